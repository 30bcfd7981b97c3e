ALTER TABLE "Source" ADD COLUMN     "bodyHash" TEXT COLLATE "C",
ADD COLUMN     "failureTold" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "SourceItem" ADD COLUMN     "dueAt" TIMESTAMP(3),
ADD COLUMN     "payload" TEXT COLLATE "C",
ADD COLUMN     "title" TEXT COLLATE "C",
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "url" TEXT COLLATE "C";

ALTER TABLE "Poll" ADD COLUMN     "seen" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "updated" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "SourceItem_outcome_id_idx" ON "SourceItem"("outcome", "id");
