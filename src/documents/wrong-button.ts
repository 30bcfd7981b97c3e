import type { WrongItem } from "../domain/chat/dispute.ts";
import type { Action } from "../domain/chat/document.ts";

/** So many fit into a menu of Discord's. */
const MOST_ITEMS = 25;

interface Shown {
  quotes?: readonly { id: string }[];
  meetings?: readonly { id: string }[];
  people?: readonly { id: string }[];
  /** What can only be said to be off topic. */
  articles?: readonly { id: string }[];
  topic: string | null;
}

/**
 * The button below a document by which its reader says what is wrong with any quotation, meeting, person or article in it. It keeps ids, and no
 * article's words.
 */
export function wrongButton(
  { quotes = [], meetings = [], people = [], articles = [], topic }: Shown,
  label = "Wrong?",
): Action[] {
  const items: WrongItem[] = [
    ...quotes.map(({ id }) => ({ what: "quote" as const, id })),
    ...meetings.map(({ id }) => ({ what: "meeting" as const, id })),
    ...people.map(({ id }) => ({ what: "person" as const, id })),
    ...articles.map(({ id }) => ({ what: "article" as const, id })),
  ];
  const known = [...new Map(items.map((item) => [`${item.what} ${item.id}`, item])).values()].slice(0, MOST_ITEMS);
  return known.length === 0 ? [] : [{ label, intent: { kind: "wrong", items: known, topic } }];
}
