CREATE TABLE "ModelCount" (
    "day" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "what" TEXT COLLATE "C" NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "ModelCount_pkey" PRIMARY KEY ("day","purpose","what")
);

CREATE TABLE "ModelDraft" (
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "purpose" TEXT COLLATE "C" NOT NULL,
    "draft" JSONB NOT NULL,
    "madeAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "ModelDraft_pkey" PRIMARY KEY ("fingerprint")
);

CREATE INDEX "ModelDraft_madeAt_idx" ON "ModelDraft"("madeAt");
