import type { Citation } from "../evidence/records.ts";
import type { Intent } from "./intent.ts";

/**
 * The neutral document: what a command answers with, before any platform. Renderers are pure functions from it to Block Kit,
 * Discord components or terminal text. Every string in it is plain text: no markup of any platform, nothing escaped yet.
 */

/** A link to an article at a passage. `label` is what people see: a publisher, a number. */
export interface SourceLink {
  label: string;
  /** What it is called in a list of sources, where it does not stand behind another of its publisher's. */
  listed?: string;
  /** Null where the article came from a file: then the label stands alone. */
  url: string | null;
  citation: Citation | null;
}

export type Inline =
  | { type: "text"; text: string; emphasis?: "strong" | "soft" }
  | { type: "source"; link: SourceLink }
  | ChannelName
  | Instant;

/** A moment: a client that can shows it in its reader's own time, any other shows `shown`. */
interface Instant {
  type: "instant";
  atMs: number;
  shown: string;
}

/** A channel of the platform's: its client shows the name to whoever may see it. */
interface ChannelName {
  type: "channel";
  channelId: string;
}

export type Block =
  | { type: "heading"; text: string }
  | { type: "paragraph"; inlines: Inline[] }
  | { type: "list"; items: Inline[][] }
  | { type: "quote"; text: string; attribution: Inline[] }
  | { type: "fields"; fields: { label: string; value: Inline[] }[] }
  | { type: "notice"; tone: "info" | "warning"; text: string }
  | { type: "footer"; inlines: Inline[] }
  /** Rows of cells, newest or soonest first; what a platform without tables shows as lines. An empty cell has no inlines. */
  | { type: "table"; caption: string; columns: string[]; rows: Inline[][][] }
  /** Between two parts of a document: what stands below is another matter. */
  | { type: "divider" }
  | { type: "actions"; actions: Action[] };

/** A button. A platform that needs an id for it keeps the intent in the store under an opaque one; the terminal prints the command. */
export interface Action {
  label: string;
  intent: Intent;
}

/** `asker` documents (errors, help, lists) are shown to the person who asked alone. */
export interface Document {
  title: string;
  audience: "channel" | "asker";
  /** What a phone shows of it before it is opened: the news itself. Without it, that is the title and the first words. */
  notification?: string;
  blocks: Block[];
  /** What belongs into the thread below the message. */
  detail: Block[];
}

export function text(value: string, emphasis?: "strong" | "soft"): Inline {
  return emphasis === undefined ? { type: "text", text: value } : { type: "text", text: value, emphasis };
}

export function paragraph(...inlines: Inline[]): Block {
  return { type: "paragraph", inlines };
}

export function instant(atMs: number, shown: string): Inline {
  return { type: "instant", atMs, shown };
}
