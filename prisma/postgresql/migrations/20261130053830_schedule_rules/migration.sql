ALTER TABLE "Subscription" ADD COLUMN     "rule" JSONB;
