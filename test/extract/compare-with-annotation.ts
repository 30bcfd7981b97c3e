import type { Extraction, Meeting, Quote } from "../../src/domain/evidence/extraction.ts";
import type { Annotation } from "./annotated-articles.ts";

type WantedQuote = Annotation["quotes"][number];
type WantedMeeting = Annotation["meetings"][number];

/** What was found and what was wanted, as lines that a test can show side by side. */
export interface Comparison {
  found: string[];
  wanted: string[];
}

export function comparePeople(extraction: Extraction, annotation: Annotation): Comparison {
  return {
    found: extraction.people.map((person) => person.name).sort(),
    wanted: annotation.people.map((person) => person.name).sort(),
  };
}

/** The aliases and roles of the annotation that were not found, each with what was found instead. */
export function missingNamesAndRoles(extraction: Extraction, annotation: Annotation): string[] {
  return annotation.people.flatMap((wanted) => {
    const found = extraction.people.find((person) => person.name === wanted.name);
    const aliases = found?.aliases ?? [];
    const roles = (found?.roles ?? []).map((role) => `${(role.title ?? "no office").toLowerCase()} of ${role.country ?? "?"}`);
    return [
      ...wanted.aliases
        .filter((alias) => !aliases.includes(alias))
        .map((alias) => `${wanted.name} is also ${alias}; found: ${aliases.join(", ")}`),
      ...wanted.roles
        .filter((role) => !hasRole(roles, role))
        .map((role) => `${wanted.name} is ${role.title} of ${role.country ?? "a country left open"}; found: ${roles.join(", ")}`),
    ];
  });
}

/** A null country in the annotation says that the text leaves it open: who infers it is not wrong. */
function hasRole(found: readonly string[], wanted: { title: string; country: string | null }): boolean {
  const title = wanted.title.toLowerCase();
  return found.some((role) =>
    wanted.country === null ? role.startsWith(`${title} of `) : role === `${title} of ${wanted.country}`,
  );
}

/** Quotes in their order. One line for each paragraph, so that both ways of cutting a quote that reopens are the same. */
export function compareQuotes(extraction: Extraction, annotation: Annotation): Comparison {
  const optional = new Set(annotation.quotes.filter((quote) => quote.optional).map((quote) => quote.text));
  const required = annotation.quotes.filter((quote) => !quote.optional);
  return {
    found: extraction.quotes
      .flatMap(quoteParagraphs)
      .filter((quote) => !optional.has(quote.text))
      .map((quote) => quoteLine(quote, nameOfKind(quote, required))),
    wanted: required.map((quote) => quoteLine(quote, firstOf(quote.kind))),
  };
}

interface QuoteParagraph {
  text: string;
  kind: string;
  speaker: string | null;
}

function quoteParagraphs(quote: Quote): QuoteParagraph[] {
  return quote.text
    .split(/\n\s*\n/)
    .map((text) => ({ text: text.trim(), kind: quote.kind, speaker: quote.speaker?.name ?? null }));
}

function nameOfKind(quote: QuoteParagraph, wanted: readonly WantedQuote[]): string {
  const same = wanted.find((one) => one.text === quote.text && one.kind.includes(quote.kind));
  return same === undefined ? quote.kind : firstOf(same.kind);
}

function quoteLine(quote: { text: string; speaker: string | null }, kind: string): string {
  return `${kind} | ${quote.speaker?.toLowerCase().replace(/^the /, "") ?? "nobody"} | ${quote.text}`;
}

/** Meetings without regard to order. Where the annotation allows several kinds, the found one is written as the first of them. */
export function compareMeetings(extraction: Extraction, annotation: Annotation): Comparison {
  const required = annotation.meetings.filter((one) => !one.optional);
  const found: string[] = [];
  for (const meeting of extraction.meetings) {
    const same = required.find((one) => isSameMeeting(meeting, one));
    if (same !== undefined) {
      found.push(meetingLine(meeting, firstOf(same.kind)));
    } else if (!annotation.meetings.some((one) => one.optional && isOptionalMeeting(meeting, one))) {
      found.push(meetingLine(meeting, meeting.kind));
    }
  }
  return { found: found.sort(), wanted: required.map((one) => meetingLine(one, firstOf(one.kind))).sort() };
}

/** The topics of the annotation that no equal meeting has. */
export function missingTopics(extraction: Extraction, annotation: Annotation): string[] {
  return annotation.meetings
    .filter((one) => !one.optional)
    .flatMap((wanted) => {
      const same = extraction.meetings.filter((one) => isSameMeeting(one, wanted));
      const topics = same.flatMap((one) => one.topics.map((topic) => topic.toLowerCase()));
      return wanted.topics
        .filter((topic) => !topics.some((one) => one.includes(topic.toLowerCase())))
        .map((topic) => `${meetingLine(wanted, firstOf(wanted.kind))} is about ${topic}; found: ${topics.join(", ")}`);
    });
}

function isSameMeeting(found: Meeting, wanted: WantedMeeting): boolean {
  return wanted.kind.includes(found.kind) && meetingLine(found, "") === meetingLine(wanted, "");
}

/** An optional meeting may be of any kind, and have more participants than those that it needs. */
function isOptionalMeeting(found: Meeting, wanted: WantedMeeting): boolean {
  const names = new Set(found.participants.map((one) => one.name));
  return wanted.date?.start === found.date?.start && wanted.participants.every((one) => names.has(one.name));
}

function meetingLine(meeting: Meeting | WantedMeeting, kind: string): string {
  const { date } = meeting;
  const when = date === null ? "undated" : `${date.start}..${date.end} (${date.precision})`;
  return [kind, meeting.status, when, meeting.place ?? "no place", participantList(meeting.participants)].join(" | ");
}

/** Where people take part, the countries that they stand for add nothing. */
function participantList(participants: readonly { name: string; kind: string }[]): string {
  const withPeople = participants.some((one) => one.kind === "person");
  return participants
    .filter((one) => !withPeople || one.kind !== "country")
    .map((one) => one.name)
    .sort()
    .join(", ");
}

function firstOf(kinds: readonly string[]): string {
  return kinds[0] ?? "";
}
