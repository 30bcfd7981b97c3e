CREATE TABLE "Correction" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER,
    "meetingId" INTEGER,
    "topicKey" TEXT COLLATE "C",
    "content" JSONB NOT NULL,
    "setBy" TEXT COLLATE "C",
    "setAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CorrectionArticle" (
    "correctionId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    CONSTRAINT "CorrectionArticle_pkey" PRIMARY KEY ("correctionId","articleId")
);

CREATE INDEX "Correction_workspaceId_kind_idx" ON "Correction"("workspaceId", "kind");

CREATE INDEX "Correction_articleId_idx" ON "Correction"("articleId");

CREATE INDEX "Correction_meetingId_idx" ON "Correction"("meetingId");

CREATE INDEX "CorrectionArticle_articleId_idx" ON "CorrectionArticle"("articleId");

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Correction" ADD CONSTRAINT "Correction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "CorrectionArticle" ADD CONSTRAINT "CorrectionArticle_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CorrectionArticle" ADD CONSTRAINT "CorrectionArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
