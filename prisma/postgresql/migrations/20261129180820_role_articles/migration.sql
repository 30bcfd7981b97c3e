DROP INDEX "Article_storyId_idx";

DROP INDEX "MeetingReport_meetingId_idx";

ALTER TABLE "Role" ADD COLUMN     "firstArticleId" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "firstPlace" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "RoleArticle" (
    "roleId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "filedOn" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "RoleArticle_pkey" PRIMARY KEY ("roleId","articleId")
);

-- What articles said before this version: one walk through what is kept of them.
INSERT INTO "RoleArticle" ("roleId", "articleId", "place", "filedOn")
SELECT r."id", p."articleId", min(g."at" - 1), p."filedOn"
FROM "PersonArticle" p CROSS JOIN LATERAL jsonb_array_elements(p."roles") WITH ORDINALITY AS g("value", "at") JOIN "Role" r
    ON r."personId" = p."personId" AND r."title" = g."value"->>'title'
    AND r."affiliation" IS NOT DISTINCT FROM g."value"->>'affiliation' AND r."country" IS NOT DISTINCT FROM g."value"->>'country'
GROUP BY r."id", p."articleId", p."filedOn";

UPDATE "Role" SET
    "firstArticleId" = coalesce((SELECT min(x."articleId") FROM "RoleArticle" x WHERE x."roleId" = "Role"."id"), 0),
    "firstPlace" = coalesce((SELECT x."place" FROM "RoleArticle" x WHERE x."roleId" = "Role"."id" ORDER BY x."articleId" LIMIT 1), 0);

CREATE INDEX "RoleArticle_articleId_idx" ON "RoleArticle"("articleId");

CREATE INDEX "RoleArticle_roleId_filedOn_idx" ON "RoleArticle"("roleId", "filedOn");

CREATE INDEX "Article_storyId_filedOn_id_idx" ON "Article"("storyId", "filedOn", "id");

CREATE INDEX "MeetingReport_meetingId_filedOn_id_idx" ON "MeetingReport"("meetingId", "filedOn", "id");

ALTER TABLE "RoleArticle" ADD CONSTRAINT "RoleArticle_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "RoleArticle" ADD CONSTRAINT "RoleArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
