ALTER TABLE "Meeting" ADD COLUMN     "gathering" TEXT COLLATE "C";

ALTER TABLE "MeetingReport" ADD COLUMN     "partOfKey" INTEGER,
ADD COLUMN     "partOfName" TEXT COLLATE "C";

CREATE INDEX "Meeting_workspaceId_gathering_idx" ON "Meeting"("workspaceId", "gathering");
