CREATE TABLE "Workspace" (
    "id" TEXT COLLATE "C" NOT NULL,
    "platform" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C",
    "settings" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Source" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C",
    "addedBy" TEXT COLLATE "C",
    "addedIn" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nextPollAt" TIMESTAMP(3) NOT NULL,
    "pollEveryMs" INTEGER,
    "etag" TEXT COLLATE "C",
    "lastModified" TEXT COLLATE "C",
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failingSince" TIMESTAMP(3),
    "failureReason" TEXT COLLATE "C",
    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SourceItem" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "seenAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "SourceItem_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Poll" (
    "id" SERIAL NOT NULL,
    "sourceId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "kept" INTEGER NOT NULL DEFAULT 0,
    "dropped" JSONB NOT NULL,
    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Article" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "externalId" TEXT COLLATE "C" NOT NULL,
    "identity" TEXT COLLATE "C" NOT NULL,
    "url" TEXT COLLATE "C",
    "title" TEXT COLLATE "C",
    "publisher" TEXT COLLATE "C",
    "publishedAt" TEXT COLLATE "C",
    "filedOn" TEXT COLLATE "C" NOT NULL,
    "firstSeenAt" TIMESTAMP(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "summary" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "terms" JSONB NOT NULL,
    "storyId" INTEGER,
    "sourceId" INTEGER,
    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Revision" (
    "articleId" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,
    "title" TEXT COLLATE "C",
    "publishedAt" TEXT COLLATE "C",
    "fingerprint" TEXT COLLATE "C" NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "Revision_pkey" PRIMARY KEY ("articleId","revision")
);

CREATE TABLE "ArticleCountry" (
    "articleId" INTEGER NOT NULL,
    "code" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "filedOn" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "ArticleCountry_pkey" PRIMARY KEY ("articleId","code")
);

CREATE TABLE "Person" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "country" TEXT COLLATE "C",
    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PersonArticle" (
    "personId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "aliases" JSONB NOT NULL,
    "roles" JSONB NOT NULL,
    "mentions" JSONB NOT NULL,
    "filedOn" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "PersonArticle_pkey" PRIMARY KEY ("personId","articleId")
);

CREATE TABLE "Alias" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "uses" INTEGER NOT NULL,
    "usesAsName" INTEGER NOT NULL,
    CONSTRAINT "Alias_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "NameWord" (
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "word" TEXT COLLATE "C" NOT NULL,
    "personId" INTEGER NOT NULL,
    CONSTRAINT "NameWord_pkey" PRIMARY KEY ("workspaceId","word","personId")
);

CREATE TABLE "NameRule" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "otherKey" TEXT COLLATE "C" NOT NULL,
    "setBy" TEXT COLLATE "C",
    "setAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "NameRule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Role" (
    "id" SERIAL NOT NULL,
    "personId" INTEGER NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "affiliation" TEXT COLLATE "C",
    "country" TEXT COLLATE "C",
    "firstSeen" TEXT COLLATE "C" NOT NULL,
    "lastSeen" TEXT COLLATE "C" NOT NULL,
    "uses" INTEGER NOT NULL,
    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Quote" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "articleId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "text" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "speakerName" TEXT COLLATE "C",
    "mentionStart" INTEGER,
    "mentionEnd" INTEGER,
    "cueStart" INTEGER,
    "cueEnd" INTEGER,
    "rule" TEXT COLLATE "C" NOT NULL,
    "personId" INTEGER,
    "filedOn" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Meeting" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "dateStart" TEXT COLLATE "C",
    "dateEnd" TEXT COLLATE "C",
    "datePrecision" TEXT COLLATE "C",
    "place" TEXT COLLATE "C",
    "topics" JSONB NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MeetingReport" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "articleId" INTEGER NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "dateStart" TEXT COLLATE "C",
    "dateEnd" TEXT COLLATE "C",
    "datePrecision" TEXT COLLATE "C",
    "place" TEXT COLLATE "C",
    "topics" JSONB NOT NULL,
    "status" TEXT COLLATE "C" NOT NULL,
    "participants" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "filedOn" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "MeetingReport_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MeetingParticipant" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "name" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT COLLATE "C" NOT NULL,
    "personId" INTEGER,
    "country" TEXT COLLATE "C",
    CONSTRAINT "MeetingParticipant_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Story" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "title" TEXT COLLATE "C" NOT NULL,
    "firstSeen" TEXT COLLATE "C" NOT NULL,
    "lastSeen" TEXT COLLATE "C" NOT NULL,
    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Subscription" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "platform" TEXT COLLATE "C" NOT NULL,
    "channelId" TEXT COLLATE "C" NOT NULL,
    "topics" JSONB NOT NULL,
    "minuteOfDay" INTEGER NOT NULL,
    "weekdays" JSONB NOT NULL,
    "timeZone" TEXT COLLATE "C" NOT NULL,
    "settings" JSONB NOT NULL,
    "told" JSONB NOT NULL,
    "createdBy" TEXT COLLATE "C",
    "createdAt" TIMESTAMP(3) NOT NULL,
    "stoppedAt" TIMESTAMP(3),
    "pausedAt" TIMESTAMP(3),
    "pauseReason" TEXT COLLATE "C",
    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Slot" (
    "id" SERIAL NOT NULL,
    "subscriptionId" INTEGER NOT NULL,
    "key" TEXT COLLATE "C" NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "coversUntil" TIMESTAMP(3),
    "state" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "claim" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMP(3),
    "claimedAt" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),
    "told" JSONB,
    CONSTRAINT "Slot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Delivery" (
    "id" SERIAL NOT NULL,
    "slotId" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "nonce" TEXT COLLATE "C" NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "messageId" TEXT COLLATE "C",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT COLLATE "C",
    "payload" JSONB NOT NULL,
    "sentAt" TIMESTAMP(3),
    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Conversation" (
    "id" SERIAL NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "threadId" TEXT COLLATE "C" NOT NULL,
    "topic" TEXT COLLATE "C",
    "openedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Turn" (
    "id" SERIAL NOT NULL,
    "conversationId" INTEGER NOT NULL,
    "questionId" TEXT COLLATE "C" NOT NULL,
    "question" TEXT COLLATE "C" NOT NULL,
    "answer" TEXT COLLATE "C",
    "citations" JSONB NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Button" (
    "id" TEXT COLLATE "C" NOT NULL,
    "workspaceId" TEXT COLLATE "C" NOT NULL,
    "intent" JSONB NOT NULL,
    "usedAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Button_pkey" PRIMARY KEY ("workspaceId","id")
);

CREATE TABLE "SeenEvent" (
    "key" TEXT COLLATE "C" NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SeenEvent_pkey" PRIMARY KEY ("key")
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

ALTER TABLE "Source" ADD CONSTRAINT "Source_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SourceItem" ADD CONSTRAINT "SourceItem_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Poll" ADD CONSTRAINT "Poll_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Article" ADD CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Revision" ADD CONSTRAINT "Revision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ArticleCountry" ADD CONSTRAINT "ArticleCountry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Person" ADD CONSTRAINT "Person_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PersonArticle" ADD CONSTRAINT "PersonArticle_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PersonArticle" ADD CONSTRAINT "PersonArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Alias" ADD CONSTRAINT "Alias_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "NameRule" ADD CONSTRAINT "NameRule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Role" ADD CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Quote" ADD CONSTRAINT "Quote_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Quote" ADD CONSTRAINT "Quote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingReport" ADD CONSTRAINT "MeetingReport_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingReport" ADD CONSTRAINT "MeetingReport_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingParticipant" ADD CONSTRAINT "MeetingParticipant_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MeetingParticipant" ADD CONSTRAINT "MeetingParticipant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Story" ADD CONSTRAINT "Story_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Slot" ADD CONSTRAINT "Slot_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "Subscription"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Turn" ADD CONSTRAINT "Turn_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Button" ADD CONSTRAINT "Button_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The full-text index. The program writes its words (PostgreSQL's own parser goes by the server's language), among them one for the
-- workspace, so that a search is narrowed inside the index. Titles have the weight A. "length" counts the words.
CREATE TABLE "article_search" (
    "articleId" INTEGER NOT NULL PRIMARY KEY REFERENCES "Article"("id") ON DELETE CASCADE,
    "document" TSVECTOR NOT NULL,
    "length" INTEGER NOT NULL
);

-- Without a list of pending entries, which every search would have to read through.
CREATE INDEX "article_search_document_idx" ON "article_search" USING GIN ("document") WITH (fastupdate = off);

-- How many articles fit a query. By the index also where a table is small: a look at each article costs more than the planner thinks.
CREATE FUNCTION "article_search_count"("query" TSQUERY) RETURNS INTEGER
    LANGUAGE sql STABLE SET enable_seqscan = off
    AS 'SELECT count(*)::integer FROM "article_search" s WHERE s."document" @@ $1';
