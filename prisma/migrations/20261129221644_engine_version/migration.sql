ALTER TABLE "Article" ADD COLUMN "engineVersion" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Article_engineVersion_idx" ON "Article"("engineVersion");
