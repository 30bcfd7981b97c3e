ALTER TABLE "Turn" ADD COLUMN     "askedBy" TEXT COLLATE "C";

CREATE TABLE "ForgottenArticle" (
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "identityHash" TEXT COLLATE "C" NOT NULL,
    "forgottenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ForgottenArticle_pkey" PRIMARY KEY ("workspaceId","identityHash")
);

CREATE INDEX "Turn_askedBy_idx" ON "Turn"("askedBy");

ALTER TABLE "ForgottenArticle" ADD CONSTRAINT "ForgottenArticle_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
