ALTER TABLE "Subscription" ADD COLUMN "purpose" TEXT NOT NULL DEFAULT 'digest';

CREATE TABLE "UnmatchedArticle" (
    "articleId" INTEGER NOT NULL PRIMARY KEY,
    "workspaceId" TEXT NOT NULL,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "UnmatchedArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "WatchHit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subscriptionId" INTEGER NOT NULL,
    "slotId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "meetingId" INTEGER,
    "event" TEXT NOT NULL,
    "sides" TEXT NOT NULL,
    "dateStart" TEXT,
    "dateEnd" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WatchHit_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WatchHit_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "WatchHit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "Subscription_workspaceId_purpose_idx" ON "Subscription"("workspaceId", "purpose");

CREATE INDEX "UnmatchedArticle_seenAt_idx" ON "UnmatchedArticle"("seenAt");

CREATE INDEX "WatchHit_subscriptionId_at_idx" ON "WatchHit"("subscriptionId", "at");

CREATE INDEX "WatchHit_slotId_idx" ON "WatchHit"("slotId");

CREATE INDEX "WatchHit_articleId_idx" ON "WatchHit"("articleId");
