ALTER TABLE "Source" ADD COLUMN     "barredEntries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "barredReason" TEXT COLLATE "C",
ADD COLUMN     "barredSince" TIMESTAMP(3);
