ALTER TABLE "Workspace" ADD COLUMN "leftAt" DATETIME;

CREATE TABLE "Installation" (
    "workspaceId" TEXT NOT NULL PRIMARY KEY,
    "keyId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "installedAt" DATETIME NOT NULL,
    CONSTRAINT "Installation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
