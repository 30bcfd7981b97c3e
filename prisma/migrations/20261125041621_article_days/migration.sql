DROP INDEX "Article_workspaceId_filedOn_idx";

CREATE INDEX "Article_workspaceId_filedOn_id_idx" ON "Article"("workspaceId", "filedOn", "id");

CREATE INDEX "Article_workspaceId_firstSeenAt_idx" ON "Article"("workspaceId", "firstSeenAt");
