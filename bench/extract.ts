import { createRequire } from "node:module";
import type { Article } from "../src/domain/evidence/article.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { generateArticles } from "./generate-articles.ts";
import { HOSTILE_PIECES } from "./hostile-texts.ts";
import { median, ms, report, timed } from "./measure.ts";

const ROUNDS = 15;
/** Rounds before the count begins: both sides are compiled by then. */
const WARM_UP = 5;
const ARTICLES = 300;
/** Characters of a hostile text. */
const HOSTILE_LENGTH = 12_000;

/** `extract` beside wink-nlp's bare `readDoc` over the same texts, in turn; and how time grows with the length of a text. */
export async function benchExtract(): Promise<void> {
  const require = createRequire(import.meta.url);
  const nlp = require("wink-nlp")(require("wink-eng-lite-web-model"));
  const articles = [...generateArticles(ARTICLES)];
  const ours: number[] = [];
  const floor: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const a = await timed(() => each(articles, extractArticle));
    const b = await timed(() => each(articles, (article) => nlp.readDoc(article.text)));
    if (round >= WARM_UP) ours.push(a);
    if (round >= WARM_UP) floor.push(b);
  }
  report(`extract, ${ARTICLES} articles (floor: wink readDoc)`, {
    figure: ms(median(ours)),
    floor: ms(median(floor)),
    ratio: median(ours) / median(floor),
  });
  await benchLength(
    "news",
    articles
      .map((article) => article.text)
      .join("\n\n")
      .slice(0, 100_000),
  );
  await benchLength("a text without a full stop", "one Word after another and on ".repeat(3400));
  benchHostile();
}

/** The hostile text of which ten times the length takes most, in processor time: at most twelve times as long is linear enough. */
function benchHostile(): void {
  const grown = HOSTILE_PIECES.map((piece) => {
    const [one, ten] = [1, 10].map((times) =>
      leastProcessorMs(() => extractText(piece.repeat((times * HOSTILE_LENGTH) / piece.length))),
    );
    return { piece, one: one ?? 0, ten: ten ?? 0 };
  });
  const [worst] = grown.sort((a, b) => b.ten / b.one - a.ten / a.one);
  if (worst === undefined) return;
  const { piece, one, ten } = worst;
  report(`extract, 10 times the length of the worst hostile text, ${JSON.stringify(piece)}`, {
    figure: ms(ten),
    floor: ms(one),
    ratio: ten / one,
  });
}

function leastProcessorMs(work: () => unknown): number {
  const runs = Array.from({ length: 4 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...runs);
}

function each(articles: Article[], work: (article: Article) => unknown): void {
  for (const article of articles) work(article);
}

async function benchLength(what: string, text: string): Promise<void> {
  const extract = (length: number) => medianOfThree(() => extractText(text.repeat(Math.ceil(length))));
  const one = await extract(1);
  const ten = await extract(10);
  report(`extract, 10 times the length of ${what}`, { figure: ms(ten), floor: ms(one), ratio: ten / one });
}

function extractText(text: string): unknown {
  return extractArticle({
    id: "x",
    url: null,
    title: null,
    publisher: null,
    author: null,
    language: null,
    publishedAt: "2024-01-01",
    text,
  });
}

async function medianOfThree(work: () => unknown): Promise<number> {
  await work();
  return median([await timed(work), await timed(work), await timed(work)]);
}
