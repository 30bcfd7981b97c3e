import { daySaid, wordsBeside } from "../briefing/timeline/find-said-days.ts";
import { type Block, paragraph, text } from "../domain/chat/document.ts";
import type { ArticleBody, QuoteRecord } from "../domain/evidence/records.ts";
import { OCCASION } from "../extract/en/quotes/occasion-words.ts";
import { quoteBlock, type Sources } from "./blocks.ts";

/** What the sentence around a quotation says of it besides who spoke. */
interface Said {
  /** ISO date; null where the sentence names none. */
  day: string | null;
  /** In the article's words: "after the talks"; null where it names none. */
  occasion: string | null;
}

function saidOf(quote: QuoteRecord, article: ArticleBody | undefined): Said {
  if (article === undefined) return { day: null, occasion: null };
  const beside = wordsBeside(quote, article).replace(/\s+/g, " ");
  return { day: daySaid(quote, article), occasion: OCCASION.exec(beside)?.[0] ?? null };
}

/** Quotations in their order, a speaker named once for a run of them: above it, and alone with a single one. */
export function quoteBlocks(
  quotes: readonly QuoteRecord[],
  { articles, sources }: { articles: ReadonlyMap<string, ArticleBody>; sources: Pick<Sources, "today"> },
): Block[] {
  const runs: QuoteRecord[][] = [];
  for (const quote of quotes) {
    const last = runs.at(-1);
    if (last?.[0] !== undefined && isSameSpeaker(last[0], quote)) last.push(quote);
    else runs.push([quote]);
  }
  return runs.flatMap((run) => {
    const isRun = run.length > 1;
    const shown = run.map((quote) =>
      quoteBlock(quote, { language: "en", sources, said: saidOf(quote, articles.get(quote.articleId)), isNamed: !isRun }),
    );
    return isRun ? [paragraph(text(`${run[0]?.speaker?.name ?? ""}:`, "strong")), ...shown] : shown;
  });
}

function isSameSpeaker(one: QuoteRecord, other: QuoteRecord): boolean {
  return one.speaker !== null && one.speaker.name === other.speaker?.name && one.speaker.id === other.speaker.id;
}
