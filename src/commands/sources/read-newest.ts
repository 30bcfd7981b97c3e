import { showDate } from "../../domain/chat/show-date.ts";
import type { Article } from "../../domain/evidence/article.ts";
import type { Feed } from "../../domain/sources/source.ts";
import { keyItems } from "../../ingest/sources/choose-items.ts";
import { waitingOf } from "../../ingest/sources/read-address.ts";
import { type ItemReading, type ReadItemDeps, readItem } from "../../ingest/sources/read-item.ts";
import { sayReason } from "./explain-source.ts";

/** How much of the start of the text is quoted, so that the user sees whether it is the article. */
const SHOWN_CHARACTERS = 160;

/** Reads the newest entry of a source as a poll will; null if none can be read. */
export async function tryNewest(deps: ReadItemDeps, url: string, feed: Feed): Promise<ItemReading | null> {
  const newest = keyItems(feed).find(({ drop }) => drop === null);
  return newest === undefined ? null : readItem(deps, waitingOf(url, feed, newest));
}

/** "The newest entry came out as “Talks in Lisbon” (The Gazette, Ana Reis, 4 March 2026), 180 words: “Dispatch from …”" */
export function sayFirst(first: ItemReading | null): string[] {
  switch (first?.kind) {
    case "article":
      return [sayArticle(first.article), ...(first.note === null ? [] : [first.note])];
    case "dropped":
    case "later":
      return [`I could not read its newest entry: ${sayReason(first.reason)}`];
    default:
      return [];
  }
}

function sayArticle({ title, publisher, author, publishedAt, text }: Article): string {
  const by = [publisher, author === publisher ? null : author, showDate(publishedAt) ?? "no date"];
  const start = text.slice(0, SHOWN_CHARACTERS).replace(/\s+/g, " ").trim();
  const shown = text.length > SHOWN_CHARACTERS ? `${start}…` : start;
  const about = by.filter((each) => each !== null).join(", ");
  return `The newest entry came out as ${title === null ? "an article without a title" : `“${title}”`} (${about}), ${countWords(text)}: “${shown}”`;
}

/** Scripts without spaces are measured in characters. */
function countWords(text: string): string {
  const words = text.split(/\s+/).length;
  if (text.length > words * 15) return `${text.length} characters`;
  return words === 1 ? "one word" : `${words} words`;
}

export function firstJson(first: ItemReading): object {
  if (first.kind !== "article") return { read: first.kind, reason: "reason" in first ? first.reason : null };
  const { title, url, publisher, author, publishedAt, text } = first.article;
  return { read: "article", title, url, publisher, author, publishedAt, characters: text.length, note: first.note };
}
