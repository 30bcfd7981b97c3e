-- Columns alone are added: a table that were made anew would take what points to it along.
ALTER TABLE "Source" ADD COLUMN "bodyHash" TEXT;
ALTER TABLE "Source" ADD COLUMN "failureTold" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "SourceItem" ADD COLUMN "url" TEXT;
ALTER TABLE "SourceItem" ADD COLUMN "title" TEXT;
ALTER TABLE "SourceItem" ADD COLUMN "payload" TEXT;
ALTER TABLE "SourceItem" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "SourceItem" ADD COLUMN "dueAt" DATETIME;
CREATE INDEX "SourceItem_outcome_id_idx" ON "SourceItem"("outcome", "id");

ALTER TABLE "Poll" ADD COLUMN "seen" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Poll" ADD COLUMN "updated" INTEGER NOT NULL DEFAULT 0;
