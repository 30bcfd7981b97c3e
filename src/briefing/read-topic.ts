import type { ArticleBody, PersonRecord } from "../domain/evidence/records.ts";
import type { Topic } from "../evidence/parse-topic.ts";
import { looseSides } from "./phrase-sides.ts";
import type { Sides } from "./sides.ts";
import { createNamers, sidesOf } from "./topic-sides.ts";
import { type WeighedArticle, weighArticle } from "./weigh-lines.ts";

/** What articles say on a topic. */
export interface TopicReading {
  topic: Topic;
  weighed: WeighedArticle[];
  /** How an article names the sides of the topic. */
  sidesIn(articleId: string): Sides;
}

/** Of so many articles the summaries tell the topic as well. */
const FEW_ARTICLES = 3;

/** Reads articles for what they say on a topic; `people` are those whom they name. */
export function readTopic(topic: Topic, articles: ArticleBody[], people: PersonRecord[]): TopicReading {
  const namers = createNamers(people);
  const reading = weighAll(topic, articles, (articleId) => sidesOf(topic, namers, articleId));
  if (topic.kind !== "words" || topic.terms.length < 2 || reading.weighed.some(({ lines }) => lines.length > 0)) return reading;
  return weighAll(topic, articles, () => looseSides(topic.terms));
}

function weighAll(topic: Topic, articles: ArticleBody[], sidesIn: (articleId: string) => Sides): TopicReading {
  const few = articles.length <= FEW_ARTICLES;
  return { topic, sidesIn, weighed: articles.map((article) => weighArticle(article, sidesIn(article.id), { few })) };
}
