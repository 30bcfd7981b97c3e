import { hasSides } from "../../briefing/topic-sides.ts";
import { quoteBlocks } from "../../documents/quote-blocks.ts";
import { quoteJson } from "../../documents/to-json.ts";
import { wrongButton } from "../../documents/wrong-button.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Block } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { isoDate } from "../../domain/clock.ts";
import type { QuoteRecord } from "../../domain/evidence/records.ts";
import type { QuoteQuery, Wanted } from "../../domain/sources/readers.ts";
import { sourceIds } from "../../evidence/find-sources.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { topicKey } from "../../evidence/topic-key.ts";
import { type CommandContext, cutPage, emptyPage, inJson, pageOf, reply, topicOf } from "../command-context.ts";
import { readingButton } from "../export/file-buttons.ts";
import { actionsBlock, pageActions, pageFooter, totalOf } from "../page-blocks.ts";
import { checkedPeriod } from "../typed/read-typed-date.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import { answerEmptyStore } from "./empty-store.ts";
import { type ListedPage, onSides, pageOnSides, weighQuotes } from "./on-sides.ts";

const MAX_ARTICLES = 500;

type QuotesIntent = Extract<Intent, { kind: "quotes" }>;

/** `/quotes`: what was said, in the articles' own characters, newest first; on several sides what one says of another. */
export async function listQuotes(context: CommandContext, intent: QuotesIntent): Promise<Reply> {
  const empty = await answerEmptyStore(context, []);
  if (empty !== null) return empty;
  const topic = intent.about === undefined ? null : await topicOf(context, intent.about);
  const period = checkedPeriod(context, intent);
  const subject = { ...(topic === null ? {} : await subjectOf(context, topic)), ...period };
  const listed = await findPage(context, intent, { topic, subject });
  const { rows, more, total, note, wider } = listed;
  const data = intent.all === true ? inJson(listed.every(), quoteJson) : rows.map(quoteJson);
  const bodies = await context.store.articles.load(context.workspaceId, [...new Set(rows.map(({ articleId }) => articleId))]);
  const today = isoDate(context.clock.now());
  const shown = { articles: new Map(bodies.map((body) => [body.id, body])), sources: { today } };
  const none = `No quote${topic === null ? "" : ` ${topic.kind === "person" ? "of" : "on"} ${topic.label}`}${spaced(showPeriod(period))} is stored.`;
  const page = { intent, shown: rows.length, total, more, noun: "quotes", note };
  const reading = readingButton(context, rows.length === 0 ? null : (topic?.text ?? null));
  const wrong = wrongButton({ quotes: rows, topic: topic?.text ?? null });
  const blocks: Block[] = [
    ...(rows.length === 0 ? emptyPage(intent.page, none) : quoteBlocks(rows, shown)),
    ...pageFooter(page),
    ...actionsBlock([...pageActions(page), ...wider, ...wrong, ...reading]),
  ];
  const title = withPeriod(topic === null ? "Quotes" : `Quotes: ${topic.label}`, period);
  return reply({ title, audience: "asker", blocks, detail: [] }, data, topic?.text ?? null);
}

interface Listed extends ListedPage<QuoteRecord> {
  /** All rows, for scripts. */
  every(): AsyncIterable<QuoteRecord>;
}

async function findPage(
  context: CommandContext,
  intent: QuotesIntent,
  { topic, subject }: { topic: Topic | null; subject: Wanted<QuoteQuery> },
): Promise<Listed> {
  const { workspaceId, store } = context;
  // A word or two say nothing by themselves: scripts ask for all.
  const asked = { ...subject, ...(intent.all === true ? {} : { isClause: true as const }) };
  if (intent.wide !== true && topic !== null && hasSides(topic)) {
    const page = await pageOnSides(weighQuotes(context, { topic, asked }), { intent, noun: "quotes" });
    return { ...page, every: () => onSides(weighQuotes(context, { topic, asked })) };
  }
  const { rows, more } = cutPage(await store.quotes.find(workspaceId, { ...asked, ...pageOf(intent.page) }));
  const total = await totalOf(intent.page, more, () => store.quotes.count(workspaceId, asked));
  return { rows, more, total, note: null, wider: [], every: () => store.quotes.every(workspaceId, subject) };
}

async function subjectOf(context: CommandContext, topic: Topic): Promise<Wanted<QuoteQuery>> {
  if (topic.kind === "person") return { personId: topic.person.id, onTopics: [topicKey(topic)] };
  return { articleIds: await sourceIds(context.store.articles, context.workspaceId, { topic, limit: MAX_ARTICLES }) };
}
