import { meetingInlines, sourcesOf } from "../../documents/blocks.ts";
import { meetingJson, quoteJson, sourceJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import { isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { QuoteRecord } from "../../domain/evidence/records.ts";
import { findSources } from "../../evidence/find-sources.ts";
import { meetingsOn } from "../../evidence/meetings-on.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { type CommandContext, reply, topicOf } from "../command-context.ts";

const ARTICLES = 200;
const SHOWN = 10;
const QUOTE_CHARACTERS = 120;

/** The newest quotations, meetings and articles on a topic with the ids by which they are corrected. */
export async function listCorrectable(context: CommandContext, about: string): Promise<Reply> {
  const { store, workspaceId } = context;
  const topic = await topicOf(context, about);
  if (topic === null) throw new AppError("usage", "Name a topic or a person as well, such as /correct india-japan.");
  const heads = await findSources(store.articles, workspaceId, { topic, limit: ARTICLES });
  const articleIds = heads.map(({ id }) => id);
  const page = { limit: SHOWN, offset: 0 };
  const [quotes, meetings] = await Promise.all([
    store.quotes.find(workspaceId, { ...(topic.kind === "person" ? { personId: topic.person.id } : { articleIds }), ...page }),
    store.meetings.find(workspaceId, { ...meetingsOn(topic, articleIds), ...page }),
  ]);
  const articles = heads.slice(0, SHOWN);
  const cited = await store.articles.load(workspaceId, [...new Set(meetings.flatMap((meeting) => meeting.articleIds))]);
  const sources = sourcesOf(cited);
  const blocks: Block[] = [
    ...listed("Quotes", quotes.map(quoteItem)),
    ...listed(
      "Meetings",
      meetings.map((meeting) => [
        text(`${meeting.id} `, "strong"),
        ...meetingInlines(meeting, sources, isoDate(context.clock.now())),
      ]),
    ),
    ...listed(
      "Articles",
      articles.map((head) => [text(`${head.id} `, "strong"), text(head.title ?? "")]),
    ),
  ];
  if (blocks.length === 0) blocks.push(paragraph(text(`Nothing on ${topic.label} is stored.`)));
  else blocks.push({ type: "footer", inlines: [text(HOW)] });
  const data = {
    quotes: quotes.map((quote) => ({ id: quote.id, ...quoteJson(quote) })),
    meetings: meetings.map(meetingJson),
    articles: articles.map(sourceJson),
  };
  return reply({ title: titleOf(topic), audience: "asker", blocks, detail: [] }, data, topic.text);
}

const HOW =
  "To correct one, type its id: /correct quote q1 speaker Jane Doe, /correct meeting m1 not-held, date 2026-01-31, same-as m2 or not-same-as with an article's id, /correct article with its id and off-topic with a topic.";

function titleOf(topic: Topic): string {
  return `What can be corrected: ${topic.label}`;
}

function listed(heading: string, items: Inline[][]): Block[] {
  return items.length === 0
    ? []
    : [
        { type: "heading", text: heading },
        { type: "list", items },
      ];
}

function quoteItem({ id, text: words, speaker }: QuoteRecord): Inline[] {
  const short = words.length > QUOTE_CHARACTERS ? `${words.slice(0, QUOTE_CHARACTERS)}…` : words;
  return [text(`${id} `, "strong"), text(`${speaker?.name ?? "speaker not named"}: ${short}`)];
}
