import { standing, toldBlocks, toldJson } from "../../digest/watches/compose-watch.ts";
import { createWatchMatcher } from "../../digest/watches/create-watch-matcher.ts";
import { sourcesOf } from "../../documents/blocks.ts";
import { showInstant } from "../../documents/show-instant.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { WatchIntent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import { readCondition } from "../../evidence/watches/read-condition.ts";
import { sayCondition } from "../../evidence/watches/say-condition.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { chooseWatch } from "./choose-watch.ts";
import { showHow } from "./show-watch.ts";

const MAX_SHOWN = 10;

/** `/watch why`: what a watch waits for, since when, and what it found last, with the passages. */
export async function explainWatch(context: CommandContext, { target }: WatchIntent): Promise<Reply> {
  const { store, workspaceId, asker, clock } = context;
  const watch = await chooseWatch(context, target);
  // Nothing else looks at what was ingested at a terminal.
  if (asker.platform === "terminal") await createWatchMatcher(store, clock).match();
  const hits = await store.watches.lastHits(watch.id, MAX_SHOWN);
  const told = await standing(
    store,
    workspaceId,
    hits.filter(({ event }) => event !== "reminder"),
  );
  const condition = readCondition(watch.words);
  const sources = sourcesOf(told.map(({ article }) => article));
  const sentences = [
    condition === null ? `It waits for: ${watch.words}.` : `It waits until ${sayCondition(condition)}.`,
    `Set up ${showInstant(watch.createdAtMs, watch.timeZone)}; only articles published since then count.`,
    ...showHow(watch),
    told.length === 0 ? "It has found nothing yet." : "It found, newest first:",
  ];
  const blocks: Block[] = [
    paragraph(text(sentences.join(" "))),
    ...told.flatMap((each) => toldBlocks(each, sources, isoDate(clock.now()))),
    { type: "actions", actions: [{ label: "Stop", intent: { kind: "watch", action: "remove", target: String(watch.id) } }] },
  ];
  return reply({ title: `Watch ${watch.id}: ${watch.words}`, audience: "asker", blocks, detail: [] }, told.map(toldJson));
}
