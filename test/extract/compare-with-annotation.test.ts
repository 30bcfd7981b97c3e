import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  type Extraction,
  MEETING_KINDS,
  MEETING_STATUSES,
  PARTICIPANT_KINDS,
  QUOTE_KINDS,
} from "../../src/domain/evidence/extraction.ts";
import { spanOf } from "../../src/domain/evidence/span.ts";
import { type AnnotatedArticle, readAnnotatedArticles } from "./annotated-articles.ts";
import { compareMeetings, comparePeople, compareQuotes, missingNamesAndRoles, missingTopics } from "./compare-with-annotation.ts";

const kinds = {
  quote: z.enum(QUOTE_KINDS),
  meeting: z.enum(MEETING_KINDS),
  status: z.enum(MEETING_STATUSES),
  participant: z.enum(PARTICIPANT_KINDS),
  precision: z.enum(["day", "month", "year"]),
};

/** What an engine would return that agrees with the annotation in all, and prefers the last of several kinds. */
function perfectExtraction({ article, annotation }: AnnotatedArticle): Extraction {
  return {
    summary: [],
    sentences: [],
    countries: annotation.countries,
    people: annotation.people.map((person) => ({
      ...person,
      roles: person.roles.map((role) => ({ ...role, affiliation: null })),
      mentions: [],
      rules: [],
    })),
    quotes: annotation.quotes.map((quote) => {
      const start = article.text.indexOf(quote.text);
      const mention = spanOf(article.text, 0, 1);
      return {
        ...spanOf(article.text, start, start + quote.text.length),
        kind: kinds.quote.parse(quote.kind.at(-1)),
        speaker: quote.speaker === null ? null : { name: quote.speaker, mention },
        cue: null,
        rule: "annotation",
      };
    }),
    meetings: annotation.meetings.map((meeting) => ({
      ...meeting,
      kind: kinds.meeting.parse(meeting.kind.at(-1)),
      status: kinds.status.parse(meeting.status),
      date: meeting.date === null ? null : { ...meeting.date, precision: kinds.precision.parse(meeting.date.precision) },
      participants: meeting.participants.map((one) => ({ name: one.name, kind: kinds.participant.parse(one.kind) })),
      title: "",
      evidence: [],
      rules: [],
    })),
  };
}

const annotated = readAnnotatedArticles();

describe.each(annotated.map((one) => ({ name: one.article.id, ...one })))("$name", ({ article, annotation }) => {
  const extraction = perfectExtraction({ article, annotation });

  test("its annotation quotes the article and names who is in it", () => {
    const words = [
      ...annotation.quotes.map((quote) => quote.text),
      ...annotation.people.flatMap((person) => [person.name, ...person.aliases]),
    ];
    expect(words.filter((word) => !article.text.includes(word))).toEqual([]);
    expect(annotation.countries).toEqual([...annotation.countries].sort());
  });

  test("an engine that agrees with the annotation passes", () => {
    for (const compare of [comparePeople, compareQuotes, compareMeetings]) {
      const { found, wanted } = compare(extraction, annotation);
      expect(found).toEqual(wanted);
    }
    expect([...missingNamesAndRoles(extraction, annotation), ...missingTopics(extraction, annotation)]).toEqual([]);
  });

  test("an engine that misses or invents something does not", () => {
    const [person] = extraction.people;
    const worse: Extraction = { ...extraction, people: person === undefined ? [] : [...extraction.people, person] };
    expect(person === undefined || comparePeople(worse, annotation).found.length > annotation.people.length).toBe(true);

    const nameless = { ...extraction, quotes: extraction.quotes.map((quote) => ({ ...quote, speaker: null })) };
    const quotes = compareQuotes(nameless, annotation);
    expect(quotes.wanted.length === 0 || quotes.found.join() !== quotes.wanted.join()).toBe(true);

    const elsewhere = { ...extraction, meetings: extraction.meetings.map((one) => ({ ...one, place: "Atlantis" })) };
    const meetings = compareMeetings(elsewhere, annotation);
    expect(meetings.wanted.length === 0 || meetings.found.join() !== meetings.wanted.join()).toBe(true);
  });
});

test("there are at least twenty annotated articles", () => {
  expect(annotated.length).toBeGreaterThanOrEqual(20);
});
