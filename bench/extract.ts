import { createRequire } from "node:module";
import type { Article } from "../src/domain/evidence/article.ts";
import { extractArticle } from "../src/extract/extract-article.ts";
import { generateArticles } from "./generate-articles.ts";
import { median, ms, report, timed } from "./measure.ts";

const ROUNDS = 15;
/** Rounds before the count begins: both sides are compiled by then. */
const WARM_UP = 5;
const ARTICLES = 300;

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
}

function each(articles: Article[], work: (article: Article) => unknown): void {
  for (const article of articles) work(article);
}

async function benchLength(what: string, text: string): Promise<void> {
  const extract = (length: number) =>
    medianOfThree(() =>
      extractArticle({
        id: "x",
        url: null,
        title: null,
        publisher: null,
        author: null,
        language: null,
        publishedAt: "2024-01-01",
        text: text.repeat(Math.ceil(length)),
      }),
    );
  const one = await extract(1);
  const ten = await extract(10);
  report(`extract, 10 times the length of ${what}`, { figure: ms(ten), floor: ms(one), ratio: ten / one });
}

async function medianOfThree(work: () => unknown): Promise<number> {
  await work();
  return median([await timed(work), await timed(work), await timed(work)]);
}
