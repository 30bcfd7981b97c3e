ALTER TABLE "Article" ADD COLUMN     "reading" JSONB;
