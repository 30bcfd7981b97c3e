ALTER TABLE "Article" ADD COLUMN "author" TEXT;

ALTER TABLE "Article" ADD COLUMN "language" TEXT;
