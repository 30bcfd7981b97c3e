ALTER TABLE "Person" ADD COLUMN "uses" INTEGER NOT NULL DEFAULT 0;
UPDATE "Person" SET "uses" = (SELECT count(*) FROM "PersonArticle" WHERE "PersonArticle"."personId" = "Person"."id");
CREATE INDEX "Person_workspaceId_uses_idx" ON "Person"("workspaceId", "uses");

DROP INDEX "ArticleCountry_workspaceId_code_filedOn_idx";
CREATE INDEX "ArticleCountry_workspaceId_code_filedOn_articleId_idx" ON "ArticleCountry"("workspaceId", "code", "filedOn", "articleId");

DROP INDEX "PersonArticle_personId_filedOn_idx";
CREATE INDEX "PersonArticle_personId_filedOn_articleId_idx" ON "PersonArticle"("personId", "filedOn", "articleId");
