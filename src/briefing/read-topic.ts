import type { ArticleBody } from "../domain/evidence/records.ts";
import type { Line } from "./line.ts";
import { looseSides } from "./phrase-sides.ts";
import { type PartNames, partOf, type TopicNames } from "./topic-sides.ts";
import { type WeighedArticle, weighArticle } from "./weigh-lines.ts";

/** What articles say on a topic: on each member of a saved one by itself, or on the one topic. */
export interface TopicReading {
  weighed: WeighedArticle[];
  parts: PartReading[];
}

/** What articles say on a topic that is no saved one. */
export interface PartReading extends PartNames {
  weighed: WeighedArticle[];
}

/** Of so many articles the summaries tell the topic as well. */
const FEW_ARTICLES = 3;

/** Reads articles for what they say on a topic. */
export function readTopic({ topic, parts }: TopicNames, articles: ArticleBody[]): TopicReading {
  const read = parts.map((part) => weighPart(part, articles));
  const [only] = read;
  if (topic.kind === "saved" || only === undefined) return joinParts(read, articles);
  if (topic.kind !== "words" || topic.terms.length < 2 || only.weighed.some(({ lines }) => lines.length > 0))
    return { weighed: only.weighed, parts: read };
  const sides = looseSides(topic.terms);
  const loose = weighPart(
    partOf(topic, [], () => sides),
    articles,
  );
  return { weighed: loose.weighed, parts: [loose] };
}

function joinParts(parts: PartReading[], articles: ArticleBody[]): TopicReading {
  const weighed = articles.map((article, at) =>
    joinWeighed(
      article,
      parts.flatMap((part) => part.weighed[at] ?? []),
    ),
  );
  return { weighed, parts };
}

/** Of a sentence that is on several members, what it is worth on the one that it is most about. */
function joinWeighed(article: ArticleBody, weighed: WeighedArticle[]): WeighedArticle {
  const best = new Map<number, Line>();
  for (const line of weighed.flatMap(({ lines }) => lines)) {
    const known = best.get(line.at);
    if (known === undefined || line.score > known.score) best.set(line.at, line);
  }
  return {
    article,
    focus: Math.max(0, ...weighed.map(({ focus }) => focus)),
    isGame: weighed.some(({ isGame }) => isGame),
    lines: [...best.values()].sort((a, b) => a.at - b.at),
  };
}

function weighPart(part: PartNames, articles: ArticleBody[]): PartReading {
  const few = articles.length <= FEW_ARTICLES;
  const { sidesIn } = part;
  return { ...part, weighed: articles.map((article) => weighArticle(article, sidesIn(article.id), { few })) };
}
