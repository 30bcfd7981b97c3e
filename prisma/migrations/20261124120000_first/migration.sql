CREATE TABLE "Workspace" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "platform" TEXT NOT NULL,
    "name" TEXT,
    "settings" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE "Source" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT,
    "addedBy" TEXT,
    "addedIn" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextPollAt" DATETIME NOT NULL,
    "pollEveryMs" INTEGER,
    "etag" TEXT,
    "lastModified" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" DATETIME,
    "failureReason" TEXT,
    CONSTRAINT "Source_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "SourceItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sourceId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "seenAt" DATETIME NOT NULL,
    CONSTRAINT "SourceItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Poll" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "sourceId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "dropped" JSONB NOT NULL,
    CONSTRAINT "Poll_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Article" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "url" TEXT,
    "title" TEXT,
    "publisher" TEXT,
    "publishedAt" TEXT,
    "filedOn" TEXT NOT NULL,
    "firstSeenAt" DATETIME NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "storyId" INTEGER,
    "sourceId" INTEGER,
    CONSTRAINT "Article_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Article_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "Revision" (
    "articleId" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "title" TEXT,
    "publishedAt" TEXT,
    "fingerprint" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    PRIMARY KEY ("articleId", "revision"),
    CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "ArticleCountry" (
    "articleId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "filedOn" TEXT NOT NULL,
    PRIMARY KEY ("articleId", "code"),
    CONSTRAINT "ArticleCountry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" TEXT,
    CONSTRAINT "Person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "PersonArticle" (
    "personId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" JSONB NOT NULL,
    "roles" JSONB NOT NULL,
    "mentions" JSONB NOT NULL,
    "filedOn" TEXT NOT NULL,
    PRIMARY KEY ("personId", "articleId"),
    CONSTRAINT "PersonArticle_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PersonArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Alias" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    "usesAsName" INTEGER NOT NULL,
    CONSTRAINT "Alias_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "NameWord" (
    "workspaceId" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    PRIMARY KEY ("workspaceId", "word", "personId")
);

CREATE TABLE "NameRule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "otherKey" TEXT NOT NULL,
    "setBy" TEXT,
    "setAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "NameRule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Role" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "affiliation" TEXT,
    "country" TEXT,
    "firstSeen" TEXT NOT NULL,
    "lastSeen" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Quote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "articleId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "speakerName" TEXT,
    "mentionStart" INTEGER,
    "mentionEnd" INTEGER,
    "cueStart" INTEGER,
    "cueEnd" INTEGER,
    "rule" TEXT NOT NULL,
    "personId" INTEGER,
    "filedOn" TEXT NOT NULL,
    CONSTRAINT "Quote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Quote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "Meeting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dateStart" TEXT,
    "dateEnd" TEXT,
    "datePrecision" TEXT,
    "place" TEXT,
    "topics" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    CONSTRAINT "Meeting_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "MeetingReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dateStart" TEXT,
    "dateEnd" TEXT,
    "datePrecision" TEXT,
    "place" TEXT,
    "topics" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "participants" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "filedOn" TEXT NOT NULL,
    CONSTRAINT "MeetingReport_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "MeetingParticipant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" INTEGER,
    "country" TEXT,
    CONSTRAINT "MeetingParticipant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MeetingParticipant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE "Story" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "firstSeen" TEXT NOT NULL,
    "lastSeen" TEXT NOT NULL,
    CONSTRAINT "Story_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Subscription" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "channelId" TEXT NOT NULL,
    "topics" JSONB NOT NULL,
    "minuteOfDay" INTEGER NOT NULL,
    "weekdays" JSONB NOT NULL,
    "timeZone" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "told" JSONB NOT NULL,
    "createdBy" TEXT,
    "createdAt" DATETIME NOT NULL,
    "stoppedAt" DATETIME,
    "pausedAt" DATETIME,
    "pauseReason" TEXT,
    CONSTRAINT "Subscription_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Slot" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subscriptionId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "coversUntil" DATETIME,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "claim" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" DATETIME,
    "claimedAt" DATETIME,
    "doneAt" DATETIME,
    "told" JSONB,
    CONSTRAINT "Slot_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Delivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slotId" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "nonce" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "messageId" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "payload" JSONB NOT NULL,
    "sentAt" DATETIME,
    CONSTRAINT "Delivery_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Conversation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workspaceId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "topic" TEXT,
    "openedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Conversation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Turn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conversationId" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "citations" JSONB NOT NULL,
    "askedAt" DATETIME NOT NULL,
    CONSTRAINT "Turn_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "Button" (
    "id" TEXT NOT NULL,
    "workspaceId" TEXT NOT NULL,
    "intent" JSONB NOT NULL,
    "usedAt" DATETIME NOT NULL,
    PRIMARY KEY ("workspaceId", "id"),
    CONSTRAINT "Button_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "SeenEvent" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "seenAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE INDEX "Source_nextPollAt_idx" ON "Source"("nextPollAt");

CREATE UNIQUE INDEX "Source_workspaceId_url_key" ON "Source"("workspaceId", "url");

CREATE UNIQUE INDEX "SourceItem_sourceId_key_key" ON "SourceItem"("sourceId", "key");

CREATE INDEX "Poll_sourceId_at_idx" ON "Poll"("sourceId", "at");

CREATE INDEX "Article_workspaceId_externalId_idx" ON "Article"("workspaceId", "externalId");

CREATE INDEX "Article_workspaceId_filedOn_idx" ON "Article"("workspaceId", "filedOn");

CREATE INDEX "Article_storyId_idx" ON "Article"("storyId");

CREATE INDEX "Article_sourceId_idx" ON "Article"("sourceId");

CREATE UNIQUE INDEX "Article_workspaceId_identity_key" ON "Article"("workspaceId", "identity");

CREATE INDEX "ArticleCountry_workspaceId_code_filedOn_idx" ON "ArticleCountry"("workspaceId", "code", "filedOn");

CREATE INDEX "Person_workspaceId_name_idx" ON "Person"("workspaceId", "name");

CREATE INDEX "Person_workspaceId_country_idx" ON "Person"("workspaceId", "country");

CREATE INDEX "PersonArticle_articleId_idx" ON "PersonArticle"("articleId");

CREATE INDEX "PersonArticle_personId_filedOn_idx" ON "PersonArticle"("personId", "filedOn");

CREATE INDEX "Alias_workspaceId_key_idx" ON "Alias"("workspaceId", "key");

CREATE UNIQUE INDEX "Alias_personId_name_key" ON "Alias"("personId", "name");

CREATE INDEX "NameWord_personId_idx" ON "NameWord"("personId");

CREATE UNIQUE INDEX "NameRule_workspaceId_key_otherKey_key" ON "NameRule"("workspaceId", "key", "otherKey");

CREATE INDEX "Role_personId_idx" ON "Role"("personId");

CREATE INDEX "Quote_articleId_idx" ON "Quote"("articleId");

CREATE INDEX "Quote_personId_filedOn_idx" ON "Quote"("personId", "filedOn");

CREATE INDEX "Quote_workspaceId_filedOn_idx" ON "Quote"("workspaceId", "filedOn");

CREATE INDEX "Meeting_workspaceId_dateStart_idx" ON "Meeting"("workspaceId", "dateStart");

CREATE INDEX "MeetingReport_meetingId_idx" ON "MeetingReport"("meetingId");

CREATE INDEX "MeetingReport_articleId_idx" ON "MeetingReport"("articleId");

CREATE INDEX "MeetingParticipant_meetingId_idx" ON "MeetingParticipant"("meetingId");

CREATE INDEX "MeetingParticipant_personId_idx" ON "MeetingParticipant"("personId");

CREATE INDEX "MeetingParticipant_country_idx" ON "MeetingParticipant"("country");

CREATE INDEX "Story_workspaceId_lastSeen_idx" ON "Story"("workspaceId", "lastSeen");

CREATE INDEX "Subscription_workspaceId_channelId_idx" ON "Subscription"("workspaceId", "channelId");

CREATE INDEX "Slot_state_dueAt_idx" ON "Slot"("state", "dueAt");

CREATE INDEX "Slot_coversUntil_idx" ON "Slot"("coversUntil");

CREATE UNIQUE INDEX "Slot_subscriptionId_key_key" ON "Slot"("subscriptionId", "key");

CREATE UNIQUE INDEX "Delivery_nonce_key" ON "Delivery"("nonce");

CREATE UNIQUE INDEX "Delivery_slotId_part_key" ON "Delivery"("slotId", "part");

CREATE UNIQUE INDEX "Conversation_workspaceId_threadId_key" ON "Conversation"("workspaceId", "threadId");

CREATE UNIQUE INDEX "Turn_conversationId_questionId_key" ON "Turn"("conversationId", "questionId");

CREATE INDEX "Button_usedAt_idx" ON "Button"("usedAt");

CREATE INDEX "SeenEvent_seenAt_idx" ON "SeenEvent"("seenAt");

-- The full-text index. "scope" holds one word for the workspace, so that a search is narrowed inside the index.
-- Contentless: the text itself stays in "Article", and the triggers keep the two together whoever writes.
CREATE VIRTUAL TABLE "article_search" USING fts5(
    scope, title, text,
    content='', contentless_delete=1,
    tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER "article_search_insert" AFTER INSERT ON "Article" BEGIN
    INSERT INTO "article_search" (rowid, scope, title, text)
    VALUES (new."id", 'ws' || lower(hex(new."workspaceId")), coalesce(new."title", ''), new."text");
END;

CREATE TRIGGER "article_search_update" AFTER UPDATE OF "title", "text" ON "Article" BEGIN
    DELETE FROM "article_search" WHERE rowid = old."id";
    INSERT INTO "article_search" (rowid, scope, title, text)
    VALUES (new."id", 'ws' || lower(hex(new."workspaceId")), coalesce(new."title", ''), new."text");
END;

CREATE TRIGGER "article_search_delete" AFTER DELETE ON "Article" BEGIN
    DELETE FROM "article_search" WHERE rowid = old."id";
END;

-- How many articles hold a term, for weighting.
CREATE VIRTUAL TABLE "article_search_terms" USING fts5vocab('article_search', 'row');
