ALTER TABLE "Turn" ADD COLUMN "askedBy" TEXT;

CREATE TABLE "ForgottenArticle" (
    "workspaceId" TEXT NOT NULL,
    "identityHash" TEXT NOT NULL,
    "forgottenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY ("workspaceId", "identityHash"),
    CONSTRAINT "ForgottenArticle_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "Turn_askedBy_idx" ON "Turn"("askedBy");
