CREATE TABLE "SavedTopic" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "nameKey" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "content" JSONB NOT NULL,
    "setBy" TEXT COLLATE "C",
    "setAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "SavedTopic_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "LastBriefing" (
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "askedBy" TEXT COLLATE "C" NOT NULL,
    "topicKey" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "LastBriefing_pkey" PRIMARY KEY ("workspaceId","askedBy","topicKey")
);

CREATE UNIQUE INDEX "SavedTopic_workspaceId_nameKey_key" ON "SavedTopic"("workspaceId", "nameKey");

CREATE INDEX "LastBriefing_at_idx" ON "LastBriefing"("at");

ALTER TABLE "SavedTopic" ADD CONSTRAINT "SavedTopic_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "LastBriefing" ADD CONSTRAINT "LastBriefing_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
