CREATE TABLE "Dispute" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "what" TEXT COLLATE "C" NOT NULL,
    "target" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C" NOT NULL,
    "value" TEXT COLLATE "C" NOT NULL,
    "setBy" TEXT COLLATE "C",
    "setAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Dispute_workspaceId_id_idx" ON "Dispute"("workspaceId", "id");

ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
