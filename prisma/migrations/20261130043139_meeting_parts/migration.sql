ALTER TABLE "Meeting" ADD COLUMN "gathering" TEXT;

ALTER TABLE "MeetingReport" ADD COLUMN "partOfKey" INTEGER;

ALTER TABLE "MeetingReport" ADD COLUMN "partOfName" TEXT;

CREATE INDEX "Meeting_workspaceId_gathering_idx" ON "Meeting"("workspaceId", "gathering");
