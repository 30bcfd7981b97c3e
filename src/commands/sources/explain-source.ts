import { namedLink, nameOf, showHeader, showHealth, showMoment, sourceJson } from "../../documents/source-blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import { DROP_REASONS, type DropReason, type ItemRecord, type PollRecord } from "../../domain/sources/source.ts";
import { reply } from "../command-context.ts";
import { chooseSource } from "./choose-source.ts";
import type { SourcesAsked } from "./sources-asked.ts";

const SHOWN = 10;

const REASONS: Record<DropReason, string> = {
  empty: "has no title, text or address",
  duplicate: "repeats another entry of the feed",
  "bad-link": "has a title, but no text and no working address",
  "too-long": "is longer than any article",
  "beyond-limit": "is older than the newest 200 entries",
  unreadable: "could not be read",
  "no-text": "has no text, neither in the feed nor on its page",
};

/** `/sources why` shows the last polls: what was kept, and what was dropped and why. */
export async function explainSource(asked: SourcesAsked): Promise<Reply> {
  const source = await chooseSource(asked);
  const { polls, items, counts } = await asked.work.sources.history(source.id, SHOWN);
  const total = `Entries: ${counts.kept} stored as articles, ${counts.waiting} waiting, ${counts.dropped} dropped.`;
  const blocks: Block[] = [paragraph(text(`${showHealth(source, asked.work.clock.now())} ${total}${showHeader(source)}`))];
  if (polls.length > 0) {
    blocks.push({ type: "heading", text: "Last checks" }, { type: "list", items: polls.map(pollItem) });
  }
  if (items.length > 0) {
    blocks.push({ type: "heading", text: "Last entries" }, { type: "list", items: items.map(entryItem) });
  }
  if (source.header !== null)
    blocks.push({
      type: "actions",
      actions: [{ label: "Delete its header", intent: { kind: "sources-manage", action: "forget-header", target: source.url } }],
    });
  const data = {
    ...sourceJson(source),
    counts,
    polls: polls.map(({ atMs, ...poll }) => ({ at: new Date(atMs).toISOString(), ...poll })),
    items: items.map(({ seenAtMs, ...item }) => ({ seenAt: new Date(seenAtMs).toISOString(), ...item })),
  };
  return reply({ title: `Why: ${nameOf(source)}`, audience: "asker", blocks, detail: [] }, data);
}

function pollItem(poll: PollRecord): Inline[] {
  return [text(showMoment(poll.atMs), "strong"), text(`: ${pollSentence(poll)}`)];
}

function pollSentence({ outcome, reason, seen, kept, updated, dropped }: PollRecord): string {
  if (outcome === "failed") return `failed. ${reason ?? ""}`;
  if (outcome === "unchanged") return "nothing changed.";
  const parts = [seen === 1 ? "one entry" : `${seen} entries`, `${kept} new`];
  if (updated > 0) parts.push(`${updated} changed`);
  const drops = Object.entries(dropped).map(([why, count]) => `${count} ${count === 1 ? "was" : "were"} dropped (${why})`);
  return `${[...parts, ...drops].join(", ")}.${reason === null ? "" : ` ${reason}`}`;
}

function entryItem(item: ItemRecord): Inline[] {
  const name = item.title ?? item.url ?? "an entry without a title";
  return [...namedLink(name, item.url), text(`: ${entrySentence(item)}`)];
}

function entrySentence({ outcome, reason }: ItemRecord): string {
  const why = reason === null ? "" : sayReason(reason);
  if (outcome === "dropped") return `dropped, because ${why}`;
  if (outcome === "waiting") return reason === null ? "waiting." : `I will retry it later. ${why}`;
  return reason === null ? "stored." : `stored. ${why}`;
}

/** A stored reason as a sentence: ours are codes, others are sentences already. */
export function sayReason(reason: string): string {
  return isDropReason(reason) ? `it ${REASONS[reason]} (${reason}).` : reason;
}

function isDropReason(reason: string): reason is DropReason {
  return (DROP_REASONS as readonly string[]).includes(reason);
}
