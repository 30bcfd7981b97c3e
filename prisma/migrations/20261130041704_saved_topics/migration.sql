CREATE TABLE "SavedTopic" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "setBy" TEXT,
    "setAt" DATETIME NOT NULL,
    CONSTRAINT "SavedTopic_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "LastBriefing" (
    "workspaceId" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "topicKey" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    PRIMARY KEY ("workspaceId", "askedBy", "topicKey"),
    CONSTRAINT "LastBriefing_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "SavedTopic_workspaceId_nameKey_key" ON "SavedTopic"("workspaceId", "nameKey");

CREATE INDEX "LastBriefing_at_idx" ON "LastBriefing"("at");
