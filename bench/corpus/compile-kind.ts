import type { Article } from "../../src/domain/evidence/article.ts";
import type { Extraction, Person, Quote } from "../../src/domain/evidence/extraction.ts";
import type { Range, Span } from "../../src/domain/evidence/span.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import type { ArticleKind } from "./article-kinds.ts";

/** What fills the slots of a kind, by slot; `a.code` is a country's code and `day.iso` a day as ISO date. */
export type Values = ReadonlyMap<string, string>;

type Piece = { text: string } | { slot: string };
/** A place in a text: the piece that it lies in, and how far from the beginning or, in a slot, whether at its end. */
type Place = { piece: number; offset: number } | { piece: number; end: true };

export interface CompiledKind {
  /** The slots of title and text, each once. */
  slots: string[];
  write(values: Values): { title: string; text: string; extraction: Extraction };
}

/**
 * Reads one article of a kind with the real engine, and says for every other article of the kind what the engine would find there: the
 * same, at places that moved. That holds because an article's values are all different words, as those of the sample are.
 */
export function compileKind(kind: ArticleKind, sample: Values, publishedAt: string): CompiledKind {
  const [title, text] = [piecesOf(kind.title), piecesOf(kind.text)];
  const article: Article = {
    id: "sample",
    url: null,
    title: fill(title, sample),
    publisher: null,
    author: null,
    language: null,
    publishedAt,
    text: fill(text, sample),
  };
  const starts = startsOf(text, sample);
  const known = { pattern: patternOf(sample), slots: new Map([...sample].map(([slot, value]) => [value, slot])) };
  // Every number of the result is a place in the text, and every text is made of the sample's values.
  const abstract = toAbstract(extractArticle(article), {
    place: (offset) => placeOf({ pieces: text, starts }, offset),
    read: (value) => readText(value, known),
  });
  const slots = [...new Set([...title, ...text].flatMap((piece) => ("slot" in piece ? [piece.slot] : [])))];
  return {
    slots,
    write(values) {
      const moved = startsOf(text, values);
      const filled = fill(text, values);
      return {
        title: fill(title, values),
        text: filled,
        extraction: toExtraction(abstract, { text: filled, starts: moved, values }),
      };
    },
  };
}

function piecesOf(pattern: string): Piece[] {
  return pattern
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (part.startsWith("{") ? { slot: part.slice(1, -1) } : { text: part }));
}

function fill(pieces: Piece[], values: Values): string {
  let filled = "";
  for (const piece of pieces) filled += "text" in piece ? piece.text : fillerOf(values, piece.slot);
  return filled;
}

function fillerOf(values: Values, slot: string): string {
  const value = values.get(slot);
  if (value === undefined) throw new Error(`Nothing fills {${slot}}.`);
  return value;
}

/** Where each piece begins; one more at the end. */
function startsOf(pieces: Piece[], values: Values): number[] {
  const starts = [0];
  let at = 0;
  for (const piece of pieces) {
    at += ("text" in piece ? piece.text : fillerOf(values, piece.slot)).length;
    starts.push(at);
  }
  return starts;
}

function placeOf({ pieces, starts }: { pieces: Piece[]; starts: number[] }, offset: number): Place {
  let piece = starts.findIndex((start, at) => offset >= start && offset < (starts[at + 1] ?? 0));
  if (piece < 0) piece = pieces.length - 1;
  const [start = 0, end = 0] = [starts[piece], starts[piece + 1]];
  if (offset === end) return { piece, end: true };
  if (offset !== start && "slot" in (pieces[piece] ?? {}))
    throw new Error(`A place inside of {${JSON.stringify(pieces[piece])}} would move.`);
  return { piece, offset: offset - start };
}

function offsetOf(place: Place, starts: number[]): number {
  return "end" in place ? (starts[place.piece + 1] ?? 0) : (starts[place.piece] ?? 0) + place.offset;
}

interface Known {
  pattern: RegExp;
  slots: Map<string, string>;
}

function patternOf(sample: Values): RegExp {
  const values = [...sample.values()].sort((a, b) => b.length - a.length);
  return new RegExp(`(${values.map((value) => value.replace(/[^\p{L}\p{N} ]/gu, "\\$&")).join("|")})`);
}

function readText(value: string, known: Known): Piece[] {
  return value
    .split(known.pattern)
    .filter((part) => part !== "")
    .map((part) => {
      const slot = known.slots.get(part);
      return slot === undefined ? { text: part } : { slot };
    });
}

type AbstractText = Piece[] | null;
type AbstractRange = { start: Place; end: Place };

interface Abstract {
  summary: AbstractRange[];
  sentences: AbstractRange[];
  countries: AbstractText[];
  quotes: {
    quote: Quote;
    range: AbstractRange;
    speaker: { name: AbstractText; mention: AbstractRange } | null;
    cue: AbstractRange | null;
  }[];
  people: {
    person: Person;
    name: AbstractText;
    aliases: AbstractText[];
    roles: { title: AbstractText; affiliation: AbstractText; country: AbstractText }[];
    mentions: AbstractRange[];
  }[];
  meetings: {
    meeting: Extraction["meetings"][number];
    title: AbstractText;
    date: { start: AbstractText; end: AbstractText } | null;
    place: AbstractText;
    participants: AbstractText[];
    topics: AbstractText[];
    evidence: AbstractRange[];
  }[];
}

function toAbstract(
  found: Extraction,
  { place, read }: { place: (offset: number) => Place; read: (value: string) => Piece[] },
): Abstract {
  const range = ({ start, end }: Range): AbstractRange => ({ start: place(start), end: place(end) });
  const text = (value: string | null): AbstractText => (value === null ? null : read(value));
  return {
    summary: found.summary.map(range),
    sentences: found.sentences.map(range),
    countries: found.countries.map(text),
    quotes: found.quotes.map((quote) => ({
      quote,
      range: range(quote),
      speaker: quote.speaker === null ? null : { name: text(quote.speaker.name), mention: range(quote.speaker.mention) },
      cue: quote.cue === null ? null : range(quote.cue),
    })),
    people: found.people.map((person) => ({
      person,
      name: text(person.name),
      aliases: person.aliases.map(text),
      roles: person.roles.map((role) => ({
        title: text(role.title),
        affiliation: text(role.affiliation),
        country: text(role.country),
      })),
      mentions: person.mentions.map(range),
    })),
    meetings: found.meetings.map((meeting) => ({
      meeting,
      title: text(meeting.title),
      date: meeting.date === null ? null : { start: text(meeting.date.start), end: text(meeting.date.end) },
      place: text(meeting.place),
      participants: meeting.participants.map(({ name }) => text(name)),
      topics: meeting.topics.map(text),
      evidence: meeting.evidence.map(range),
    })),
  };
}

function toExtraction(found: Abstract, at: { text: string; starts: number[]; values: Values }): Extraction {
  const range = ({ start, end }: AbstractRange): Range => ({ start: offsetOf(start, at.starts), end: offsetOf(end, at.starts) });
  const span = (of: AbstractRange): Span => {
    const { start, end } = range(of);
    return { text: at.text.slice(start, end), start, end };
  };
  const maybe = (pieces: AbstractText) => (pieces === null ? null : fill(pieces, at.values));
  const text = (pieces: AbstractText) => maybe(pieces) ?? "";
  return {
    summary: found.summary.map(span),
    sentences: found.sentences.map(range),
    countries: found.countries.map(text),
    quotes: found.quotes.map(({ quote, range: place, speaker, cue }) => ({
      ...span(place),
      kind: quote.kind,
      speaker: speaker === null ? null : { name: text(speaker.name), mention: span(speaker.mention) },
      cue: cue === null ? null : span(cue),
      rule: quote.rule,
    })),
    people: found.people.map(({ person, name, aliases, roles, mentions }) => ({
      name: text(name),
      aliases: aliases.map(text),
      roles: roles.map((role) => ({
        title: text(role.title),
        affiliation: maybe(role.affiliation),
        country: maybe(role.country),
      })),
      mentions: mentions.map(range),
      rules: person.rules,
    })),
    meetings: found.meetings.map(({ meeting, title, date, place, participants, topics, evidence }) => ({
      kind: meeting.kind,
      title: text(title),
      date:
        date === null || meeting.date === null
          ? null
          : { start: text(date.start), end: text(date.end), precision: meeting.date.precision },
      place: maybe(place),
      participants: participants.map((name, index) => ({
        name: text(name),
        kind: meeting.participants[index]?.kind ?? "person",
      })),
      topics: topics.map(text),
      status: meeting.status,
      evidence: evidence.map(range),
      rules: meeting.rules,
    })),
  };
}
