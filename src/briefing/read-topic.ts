import type { ArticleBody, PersonRecord } from "../domain/evidence/records.ts";
import type { NamedTopic, PlainTopic, Topic } from "../evidence/parse-topic.ts";
import { looseSides } from "./phrase-sides.ts";
import type { Sides } from "./sides.ts";
import { createNamers, type Namers, sidesOf } from "./topic-sides.ts";
import { type Line, type WeighedArticle, weighArticle } from "./weigh-lines.ts";

/** What articles say on a topic: on each member of a saved one by itself, or on the one topic. */
export interface TopicReading {
  weighed: WeighedArticle[];
  parts: PartReading[];
}

/** What articles say on a topic that is no saved one. */
export interface PartReading {
  topic: PlainTopic;
  weighed: WeighedArticle[];
  /** How an article names the sides of the topic. */
  sidesIn(articleId: string): Sides;
}

/** Of so many articles the summaries tell the topic as well. */
const FEW_ARTICLES = 3;

/** Reads articles for what they say on a topic; `people` are those whom they name. */
export function readTopic(topic: Topic, articles: ArticleBody[], people: PersonRecord[]): TopicReading {
  const namers = createNamers(people);
  if (topic.kind === "saved") return readMembers(topic, articles, namers);
  const reading = weighPart(topic, articles, namers);
  if (topic.kind !== "words" || topic.terms.length < 2 || reading.weighed.some(({ lines }) => lines.length > 0))
    return { weighed: reading.weighed, parts: [reading] };
  const sides = looseSides(topic.terms);
  const loose = weighAll(topic, articles, () => sides);
  return { weighed: loose.weighed, parts: [loose] };
}

function readMembers({ members }: NamedTopic, articles: ArticleBody[], namers: Namers): TopicReading {
  const parts = members.map((member) => weighPart(member, articles, namers));
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

function weighPart(topic: PlainTopic, articles: ArticleBody[], namers: Namers): PartReading {
  return weighAll(topic, articles, (articleId) => sidesOf(topic, namers, articleId));
}

function weighAll(topic: PlainTopic, articles: ArticleBody[], sidesIn: (articleId: string) => Sides): PartReading {
  const few = articles.length <= FEW_ARTICLES;
  return { topic, sidesIn, weighed: articles.map((article) => weighArticle(article, sidesIn(article.id), { few })) };
}
