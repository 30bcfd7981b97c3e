CREATE TABLE "Manager" (
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "userId" TEXT COLLATE "C" NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Manager_pkey" PRIMARY KEY ("workspaceId","userId")
);

CREATE TABLE "ModelTrouble" (
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "why" TEXT COLLATE "C" NOT NULL,
    "sinceAt" TIMESTAMP(3) NOT NULL,
    "triedAt" TIMESTAMP(3) NOT NULL,
    "isTold" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TIMESTAMP(3),
    CONSTRAINT "ModelTrouble_pkey" PRIMARY KEY ("workspaceId")
);

ALTER TABLE "Manager" ADD CONSTRAINT "Manager_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ModelTrouble" ADD CONSTRAINT "ModelTrouble_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
