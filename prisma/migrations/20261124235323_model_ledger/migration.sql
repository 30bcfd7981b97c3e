CREATE TABLE "ModelCount" (
    "day" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    PRIMARY KEY ("day", "purpose", "what")
);

CREATE TABLE "ModelDraft" (
    "fingerprint" TEXT NOT NULL PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "draft" JSONB NOT NULL,
    "madeAt" DATETIME NOT NULL
);

CREATE INDEX "ModelDraft_madeAt_idx" ON "ModelDraft"("madeAt");
