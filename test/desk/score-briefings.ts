import { z } from "zod";
import { withDesk } from "./desk-session.ts";
import { type DeskTopic, type PickedLine, readDeskTexts, readDeskTopics } from "./desk-topics.ts";

const citationSchema = z.object({ articleId: z.string(), start: z.number(), end: z.number(), text: z.string() });
const briefingSchema = z.object({
  summary: z.array(z.object({ text: z.string(), citations: z.array(citationSchema).min(1) })),
  quotes: z.array(citationSchema),
});

const sourcesSchema = z.array(z.object({ articleId: z.string(), publishedAt: z.string().nullable() }));

type Citation = z.infer<typeof citationSchema>;

interface Share {
  right: number;
  of: number;
}

/** What a reader would have of the briefings: lines worth picking, facts told, quotations on topic; and the same of plain newest leads. */
export interface BriefingScores {
  lines: Share;
  pairLines: Share;
  facts: Share;
  quotes: Share;
  leadLines: Share;
  leadFacts: Share;
}

export interface JudgedTopic {
  topic: string;
  lines: { text: string; isPicked: boolean }[];
  missed: string[];
  quotes: { text: string; isOnTopic: boolean }[];
}

const LEADS = 6;

/** Asks for a briefing on each of the desk's topics, and judges it by what was written down beside the articles. */
export async function scoreBriefings(): Promise<{ scores: BriefingScores; judged: JudgedTopic[] }> {
  const texts = readDeskTexts();
  const scores = { lines: none(), pairLines: none(), facts: none(), quotes: none(), leadLines: none(), leadFacts: none() };
  const judged: JudgedTopic[] = [];
  await withDesk(async (session) => {
    for (const topic of readDeskTopics()) {
      const period = topic.since === undefined ? {} : { since: topic.since };
      const { data } = await session.answer({ kind: "briefing", topic: topic.topic, ...period });
      const briefing = briefingSchema.parse(data);
      const isPicked = (citation: Citation) => topic.picks.some((line) => holds(citation, line, texts));
      const lines = briefing.summary.map(({ text, citations: [own] }) => ({
        text,
        isPicked: own !== undefined && isPicked(own),
      }));
      const quotes = briefing.quotes.map((quote) => ({
        text: quote.text,
        isOnTopic: topic.picks.some((line) => isWithin(quote, line, texts)),
      }));
      const cited = briefing.summary.flatMap(({ citations }) => citations);
      const missed = missedFacts(topic, cited, texts);
      judged.push({ topic: topic.topic, lines, missed, quotes });
      const listed = sourcesSchema.parse((await session.answer({ kind: "sources", about: topic.topic })).data);
      const leads = newestLeads(listed, topic, texts);
      count(
        scores.lines,
        lines.map((line) => line.isPicked),
      );
      if (topic.isPair)
        count(
          scores.pairLines,
          lines.map((line) => line.isPicked),
        );
      count(
        scores.quotes,
        quotes.map((quote) => quote.isOnTopic),
      );
      count(
        scores.facts,
        topic.facts.map(({ fact }) => !missed.includes(fact)),
      );
      count(scores.leadLines, leads.map(isPicked));
      const missedByLeads = missedFacts(topic, leads, texts);
      count(
        scores.leadFacts,
        topic.facts.map(({ fact }) => !missedByLeads.includes(fact)),
      );
    }
  });
  return { scores, judged };
}

export function percent({ right, of }: Share): number {
  return of === 0 ? 0 : Math.round((1000 * right) / of) / 10;
}

function none(): Share {
  return { right: 0, of: 0 };
}

function count(share: Share, judgements: boolean[]): void {
  share.of += judgements.length;
  share.right += judgements.filter((isRight) => isRight).length;
}

/** Whether a passage holds a line's first words. */
function holds(citation: Citation, line: PickedLine, texts: Map<string, string>): boolean {
  if (citation.articleId !== line.article) return false;
  const at = beginningOf(line, texts);
  return citation.start < at + line.begins.length && at < citation.end;
}

/** Whether a quotation stands in a line, or goes on from it in the same paragraph. */
function isWithin(quote: Citation, line: PickedLine, texts: Map<string, string>): boolean {
  if (quote.articleId !== line.article) return false;
  const text = texts.get(line.article) ?? "";
  const at = beginningOf(line, texts);
  const paragraph = text.indexOf("\n\n", at);
  return quote.end > at && quote.start < (paragraph < 0 ? text.length : paragraph);
}

function beginningOf({ article, begins }: PickedLine, texts: Map<string, string>): number {
  const at = (texts.get(article) ?? "").indexOf(begins);
  if (at < 0) throw new Error(`Article ${article} does not hold "${begins}".`);
  return at;
}

function missedFacts({ facts }: DeskTopic, cited: Citation[], texts: Map<string, string>): string[] {
  const missed = facts.filter(({ lines }) => !lines.some((line) => cited.some((citation) => holds(citation, line, texts))));
  return missed.map(({ fact }) => fact);
}

/** What a list of the newest articles on the topic would show. */
function newestLeads(listed: z.infer<typeof sourcesSchema>, { since = "" }: DeskTopic, texts: Map<string, string>): Citation[] {
  const dated = listed.filter(({ publishedAt }) => (publishedAt ?? "") >= since);
  const newest = dated.sort((a, b) => (b.publishedAt ?? "").localeCompare(a.publishedAt ?? ""));
  return newest.slice(0, LEADS).map(({ articleId }) => leadOf(articleId, texts));
}

/** An article's first paragraph. */
function leadOf(articleId: string, texts: Map<string, string>): Citation {
  const text = texts.get(articleId) ?? "";
  const end = text.indexOf("\n");
  return { articleId, start: 0, end: end < 0 ? text.length : end, text };
}
