// npm run eval: what the local engine finds in the articles under test/fixtures, beside what careful readers found in them.
import { extractArticle } from "../src/extract/extract-article.ts";
import { readAnnotatedArticles, readArticlesInOtherStyles } from "../test/extract/annotated-articles.ts";
import { FIGURES, percent, scoreArticles } from "../test/extract/score-annotations.ts";

const sets = { "annotated articles": readAnnotatedArticles(), "articles in other styles": readArticlesInOtherStyles() };
for (const [name, articles] of Object.entries(sets)) {
  const scores = scoreArticles(articles, extractArticle);
  console.log(`${name} (${articles.length})`);
  for (const figure of FIGURES) {
    const { right, of } = scores[figure];
    const value = figure === "invented" ? String(right) : `${percent(scores[figure])} %`;
    console.log(`  ${figure.padEnd(18)} ${value.padStart(7)}   ${right} of ${of}`);
  }
}
