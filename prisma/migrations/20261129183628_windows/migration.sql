ALTER TABLE "SourceItem" ADD COLUMN "goneAt" DATETIME;

CREATE INDEX "Conversation_openedAt_idx" ON "Conversation"("openedAt");

CREATE INDEX "Poll_at_idx" ON "Poll"("at");

CREATE INDEX "Slot_doneAt_idx" ON "Slot"("doneAt");

CREATE INDEX "SourceItem_goneAt_sourceId_idx" ON "SourceItem"("goneAt", "sourceId");

CREATE INDEX "Turn_askedAt_idx" ON "Turn"("askedAt");
