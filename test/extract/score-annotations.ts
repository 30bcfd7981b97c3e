import type { Extraction, Meeting, Quote } from "../../src/domain/evidence/extraction.ts";
import type { AnnotatedArticle, Annotation } from "./annotated-articles.ts";

/** Of so many asked for, so many were right. */
export interface Share {
  right: number;
  of: number;
}

export const FIGURES = [
  "peoplePrecision",
  "peopleRecall",
  "roles",
  "quotePrecision",
  "quoteRecall",
  "speakers",
  "kinds",
  "meetingPrecision",
  "meetingRecall",
  "topics",
  "countries",
  "invented",
] as const;
type Figure = (typeof FIGURES)[number];
export type Scores = Record<Figure, Share>;

type WantedMeeting = Annotation["meetings"][number];

/** How much of what careful readers found in articles an engine finds, and how much of what it finds is theirs. Optional things count for neither. */
export function scoreArticles(
  annotated: AnnotatedArticle[],
  extract: (article: AnnotatedArticle["article"]) => Extraction,
): Scores {
  const each = annotated.map((one) => scoreArticle(extract(one.article), one));
  const sum = (figure: Figure) => each.reduce((total, scores) => add(total, scores[figure]), { right: 0, of: 0 });
  return Object.fromEntries(FIGURES.map((figure) => [figure, sum(figure)])) as Scores;
}

/** In percent, one digit behind the point; 100 where nothing was asked for. */
export function percent({ right, of }: Share): number {
  return of === 0 ? 100 : Math.round((1000 * right) / of) / 10;
}

function add(a: Share, b: Share): Share {
  return { right: a.right + b.right, of: a.of + b.of };
}

function scoreArticle(extraction: Extraction, { article, annotation }: AnnotatedArticle): Scores {
  return {
    ...scorePeople(extraction, annotation),
    ...scoreQuotes(extraction, annotation),
    ...scoreMeetings(extraction, annotation),
    countries: share(annotation.countries, (code) => extraction.countries.includes(code)),
    invented: share(extraction.quotes, (quote) => article.text.slice(quote.start, quote.end) !== quote.text),
  };
}

function share<T>(list: readonly T[], holds: (item: T) => boolean): Share {
  return { right: list.filter(holds).length, of: list.length };
}

function scorePeople({ people }: Extraction, annotation: Annotation): Pick<Scores, "peoplePrecision" | "peopleRecall" | "roles"> {
  const names = new Set(people.map((person) => person.name));
  const wanted = new Set(annotation.people.map((person) => person.name));
  const roles = annotation.people.flatMap((person) => person.roles.map((role) => ({ name: person.name, role })));
  return {
    peoplePrecision: share(people, (person) => wanted.has(person.name)),
    peopleRecall: share(annotation.people, (person) => names.has(person.name)),
    roles: share(roles, ({ name, role }) => {
      const found = people.find((person) => person.name === name)?.roles ?? [];
      return found.some(
        (each) =>
          each.title?.toLowerCase() === role.title.toLowerCase() && (role.country === null || each.country === role.country),
      );
    }),
  };
}

function scoreQuotes(
  { quotes }: Extraction,
  annotation: Annotation,
): Pick<Scores, "quotePrecision" | "quoteRecall" | "speakers" | "kinds"> {
  const optional = new Set(annotation.quotes.filter((quote) => quote.optional).map((quote) => quote.text));
  const wanted = new Map(annotation.quotes.filter((quote) => !quote.optional).map((quote) => [quote.text, quote]));
  const asked = quotes.flatMap(paragraphsOf).filter((quote) => !optional.has(quote.text));
  const found = asked.filter((quote) => wanted.has(quote.text));
  return {
    quotePrecision: { right: found.length, of: asked.length },
    quoteRecall: share([...wanted.keys()], (text) => found.some((quote) => quote.text === text)),
    speakers: share(found, ({ text, speaker }) => bare(speaker) === bare(wanted.get(text)?.speaker ?? null)),
    kinds: share(found, ({ text, kind }) => wanted.get(text)?.kind.includes(kind) === true),
  };
}

/** A quote over several paragraphs counts paragraph by paragraph. */
function paragraphsOf(quote: Quote): { text: string; kind: string; speaker: string | null }[] {
  return quote.text
    .split(/\n\s*\n/)
    .map((text) => ({ text: text.trim(), kind: quote.kind, speaker: quote.speaker?.name ?? null }));
}

function bare(speaker: string | null): string {
  return (speaker ?? "nobody").toLowerCase().replace(/^the /, "");
}

function scoreMeetings(
  { meetings }: Extraction,
  annotation: Annotation,
): Pick<Scores, "meetingPrecision" | "meetingRecall" | "topics"> {
  const wanted = annotation.meetings.filter((one) => !one.optional);
  const asked = meetings.filter(
    (meeting) =>
      wanted.some((one) => isSame(meeting, one)) || !annotation.meetings.some((one) => one.optional && isSame(meeting, one)),
  );
  const topics = wanted.flatMap((one) => one.topics.map((topic) => ({ one, topic })));
  return {
    meetingPrecision: share(asked, (meeting) => wanted.some((one) => isSame(meeting, one))),
    meetingRecall: share(wanted, (one) => asked.some((meeting) => isSame(meeting, one))),
    topics: share(topics, ({ one, topic }) =>
      asked.some(
        (meeting) => isSame(meeting, one) && meeting.topics.some((each) => each.toLowerCase().includes(topic.toLowerCase())),
      ),
    ),
  };
}

/** One kind, status and first day, and the same people; where no people are named, the same countries. */
function isSame(found: Meeting, wanted: WantedMeeting): boolean {
  return (
    wanted.kind.includes(found.kind) &&
    found.status === wanted.status &&
    found.date?.start === wanted.date?.start &&
    castOf(found.participants) === castOf(wanted.participants)
  );
}

function castOf(participants: readonly { name: string; kind: string }[]): string {
  const people = participants.filter((one) => one.kind === "person");
  return (people.length > 0 ? people : participants)
    .map((one) => one.name)
    .sort()
    .join(" | ");
}
