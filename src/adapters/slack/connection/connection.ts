import type { Receiver } from "@slack/bolt";
import type { ChatState } from "../../../domain/chat/chat.ts";

export interface ConnectionState {
  state: ChatState;
  /** One sentence, null where all is well. */
  detail: string | null;
}

/** How Slack reaches the app: a receiver of Bolt's that says how it is. */
export interface Connection extends Receiver {
  start(): Promise<void>;
  stop(): Promise<void>;
  state(): ConnectionState;
}
