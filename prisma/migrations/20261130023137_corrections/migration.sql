CREATE TABLE "Correction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articleId" INTEGER,
    "meetingId" INTEGER,
    "topicKey" TEXT,
    "content" JSONB NOT NULL,
    "setBy" TEXT,
    "setAt" DATETIME NOT NULL,
    CONSTRAINT "Correction_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Correction_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Correction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "CorrectionArticle" (
    "correctionId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    PRIMARY KEY ("correctionId", "articleId"),
    CONSTRAINT "CorrectionArticle_correctionId_fkey" FOREIGN KEY ("correctionId") REFERENCES "Correction" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CorrectionArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "Correction_workspaceId_kind_idx" ON "Correction"("workspaceId", "kind");

CREATE INDEX "Correction_articleId_idx" ON "Correction"("articleId");

CREATE INDEX "Correction_meetingId_idx" ON "Correction"("meetingId");

CREATE INDEX "CorrectionArticle_articleId_idx" ON "CorrectionArticle"("articleId");
