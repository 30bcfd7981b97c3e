ALTER TABLE "Article" ADD COLUMN "withdrawnAt" DATETIME;

ALTER TABLE "Source" ADD COLUMN "publisher" TEXT;

ALTER TABLE "SourceItem" ADD COLUMN "missing" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "SourceItem_outcome_dueAt_idx" ON "SourceItem"("outcome", "dueAt");
