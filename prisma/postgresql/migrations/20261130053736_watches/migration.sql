ALTER TABLE "Subscription" ADD COLUMN     "purpose" TEXT COLLATE "C" NOT NULL DEFAULT 'digest';

CREATE TABLE "UnmatchedArticle" (
    "articleId" INTEGER NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "UnmatchedArticle_pkey" PRIMARY KEY ("articleId")
);

CREATE TABLE "WatchHit" (
    "id" SERIAL NOT NULL,
    "subscriptionId" INTEGER NOT NULL,
    "slotId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "meetingId" INTEGER,
    "event" TEXT COLLATE "C" NOT NULL,
    "sides" TEXT COLLATE "C" NOT NULL,
    "dateStart" TEXT COLLATE "C",
    "dateEnd" TEXT COLLATE "C",
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "WatchHit_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "UnmatchedArticle_seenAt_idx" ON "UnmatchedArticle"("seenAt");

CREATE INDEX "WatchHit_subscriptionId_at_idx" ON "WatchHit"("subscriptionId", "at");

CREATE INDEX "WatchHit_slotId_idx" ON "WatchHit"("slotId");

CREATE INDEX "WatchHit_articleId_idx" ON "WatchHit"("articleId");

CREATE INDEX "Subscription_workspaceId_purpose_idx" ON "Subscription"("workspaceId", "purpose");

ALTER TABLE "UnmatchedArticle" ADD CONSTRAINT "UnmatchedArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WatchHit" ADD CONSTRAINT "WatchHit_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WatchHit" ADD CONSTRAINT "WatchHit_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "WatchHit" ADD CONSTRAINT "WatchHit_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
