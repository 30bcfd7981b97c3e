ALTER TABLE "Delivery" ADD COLUMN     "doubtSince" TIMESTAMP(3);
