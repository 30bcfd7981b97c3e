import type { PostedAnswer } from "../../chat/question-book.ts";
import type { InteractionRef } from "../connection/api.ts";
import type { Where } from "./context.ts";

/** An interaction that is being answered. */
export interface Answering extends InteractionRef {
  /** As what it was acknowledged: as an answer for all, for the asker alone, or as a change of the asker's own message. */
  as: "shared" | "alone" | "update";
  /** Whether what it was acknowledged with has been replaced by an answer. */
  isAnswered: boolean;
}

/** Where an answer goes. */
export interface Destination {
  where: Where;
  workspaceId: string;
  /** Null for a message. */
  interaction: Answering | null;
  /** The message in whose thread a shared answer goes; null where it goes where it was asked. */
  below: string | null;
  /** Messages of an earlier wording's answer, which this one takes the place of. */
  earlier: PostedAnswer | null;
}
