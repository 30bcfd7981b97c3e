CREATE TABLE "Manager" (
    "workspaceId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,
    PRIMARY KEY ("workspaceId", "userId"),
    CONSTRAINT "Manager_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "ModelTrouble" (
    "workspaceId" TEXT NOT NULL PRIMARY KEY,
    "why" TEXT NOT NULL,
    "sinceAt" DATETIME NOT NULL,
    "triedAt" DATETIME NOT NULL,
    "isTold" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" DATETIME,
    CONSTRAINT "ModelTrouble_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
