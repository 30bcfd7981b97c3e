import type { Prisma } from "../generated/client.ts";

export interface CopiedTable {
  model: Prisma.ModelName;
  /** The columns that order its rows and tell them apart. */
  key: [string, ...string[]];
}

const ID: CopiedTable["key"] = ["id"];

/** Every table of the schema; what others point to comes before those that point to it. */
export const COPIED_TABLES: CopiedTable[] = [
  { model: "Workspace", key: ID },
  { model: "Installation", key: ["workspaceId"] },
  { model: "Source", key: ID },
  { model: "SourceItem", key: ID },
  { model: "Poll", key: ID },
  { model: "Story", key: ID },
  { model: "Article", key: ID },
  { model: "ForgottenArticle", key: ["workspaceId", "identityHash"] },
  { model: "Revision", key: ["articleId", "revision"] },
  { model: "ArticleCountry", key: ["articleId", "code"] },
  { model: "Person", key: ID },
  { model: "PersonArticle", key: ["personId", "articleId"] },
  { model: "Alias", key: ID },
  { model: "NameWord", key: ["workspaceId", "word", "personId"] },
  { model: "NameRule", key: ID },
  { model: "Role", key: ID },
  { model: "RoleArticle", key: ["roleId", "articleId"] },
  { model: "Quote", key: ID },
  { model: "Meeting", key: ID },
  { model: "MeetingReport", key: ID },
  { model: "MeetingParticipant", key: ID },
  { model: "Correction", key: ID },
  { model: "CorrectionArticle", key: ["correctionId", "articleId"] },
  { model: "Dispute", key: ID },
  { model: "SavedTopic", key: ID },
  { model: "Access", key: ID },
  { model: "LastBriefing", key: ["workspaceId", "askedBy", "topicKey"] },
  { model: "Subscription", key: ID },
  { model: "Slot", key: ID },
  { model: "SlotArticle", key: ["slotId", "articleId"] },
  { model: "Delivery", key: ID },
  { model: "WatchHit", key: ID },
  { model: "UnmatchedArticle", key: ["articleId"] },
  { model: "Conversation", key: ID },
  { model: "Turn", key: ID },
  { model: "Button", key: ["workspaceId", "id"] },
  { model: "SeenEvent", key: ["key"] },
  { model: "Manager", key: ["workspaceId", "userId"] },
  { model: "ModelTrouble", key: ["workspaceId"] },
  { model: "ModelCount", key: ["day", "purpose", "what"] },
  { model: "ModelDraft", key: ["fingerprint"] },
  { model: "DeadJob", key: ["kind", "rowId"] },
  { model: "HostTurn", key: ["host"] },
];
