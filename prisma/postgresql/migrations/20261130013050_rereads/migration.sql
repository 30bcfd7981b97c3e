ALTER TABLE "Source" ADD COLUMN     "publisher" TEXT COLLATE "C";

ALTER TABLE "SourceItem" ADD COLUMN     "missing" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Article" ADD COLUMN     "withdrawnAt" TIMESTAMP(3);

CREATE INDEX "SourceItem_outcome_dueAt_idx" ON "SourceItem"("outcome", "dueAt");
