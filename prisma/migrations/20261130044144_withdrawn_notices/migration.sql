CREATE TABLE "SlotArticle" (
    "slotId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    PRIMARY KEY ("slotId", "articleId"),
    CONSTRAINT "SlotArticle_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SlotArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "SlotArticle_articleId_idx" ON "SlotArticle"("articleId");

CREATE INDEX "Article_withdrawnAt_idx" ON "Article"("withdrawnAt");
