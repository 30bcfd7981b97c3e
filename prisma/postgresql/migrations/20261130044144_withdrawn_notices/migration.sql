CREATE TABLE "SlotArticle" (
    "slotId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    CONSTRAINT "SlotArticle_pkey" PRIMARY KEY ("slotId","articleId")
);

CREATE INDEX "SlotArticle_articleId_idx" ON "SlotArticle"("articleId");

CREATE INDEX "Article_withdrawnAt_idx" ON "Article"("withdrawnAt");

ALTER TABLE "SlotArticle" ADD CONSTRAINT "SlotArticle_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SlotArticle" ADD CONSTRAINT "SlotArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
