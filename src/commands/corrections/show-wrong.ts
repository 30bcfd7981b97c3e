import type { Reply } from "../../domain/chat/chat.ts";
import type { WrongItem } from "../../domain/chat/dispute.ts";
import { type Action, type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { WrongIntent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { labelOf } from "./describe-dispute.ts";

/** So many fit into a menu of Discord's. */
const MOST_ITEMS = 25;
const WRONG_LABEL = "Wrong?";

interface Shown {
  quotes?: readonly { id: string }[];
  meetings?: readonly { id: string }[];
  people?: readonly { id: string }[];
  topic: string | null;
}

/** The button below a document by which its reader says what is wrong with any quotation, meeting or person in it. It keeps ids, and no article's words. */
export function wrongButton({ quotes = [], meetings = [], people = [], topic }: Shown): Action[] {
  const items: WrongItem[] = [
    ...quotes.map(({ id }) => ({ what: "quote" as const, id })),
    ...meetings.map(({ id }) => ({ what: "meeting" as const, id })),
    ...people.map(({ id }) => ({ what: "person" as const, id })),
  ];
  const known = [...new Map(items.map((item) => [item.id, item])).values()].slice(0, MOST_ITEMS);
  return known.length === 0 ? [] : [{ label: WRONG_LABEL, intent: { kind: "wrong", items: known, topic } }];
}

/** What the form offers, in the data; and for a front without one, what can be typed instead. */
export async function showWrong({ store, workspaceId }: CommandContext, { items, topic }: WrongIntent): Promise<Reply> {
  const named = (await store.disputes.named(workspaceId, items)).map((each) => ({ ...each, label: labelOf(each) }));
  if (named.length === 0) throw new AppError("not-found", "What that message showed is not stored any more. Ask again.");
  const blocks: Block[] = [
    paragraph(text("Type what is right in place of the dots:")),
    { type: "list", items: named.map((each) => [text(`${lineOf(each)} `, "strong"), text(each.label)]) },
  ];
  const data = { items: named.map(({ what, id, label }) => ({ what, id, label })), topic };
  return reply({ title: "What is wrong?", audience: "asker", blocks, detail: [] }, data);
}

function lineOf({ what, id, words }: WrongItem & { words: string }): string {
  if (what === "quote") return `/correct quote ${id} speaker …`;
  if (what === "meeting") return `/correct meeting ${id} not-held (or date …, same-as …)`;
  return `/person merge ${words} into …`;
}
