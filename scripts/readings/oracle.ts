import type { Extraction } from "../../src/domain/evidence/extraction.ts";
import { countryForms, countryWord } from "../../src/extract/countries.ts";
import { dayOfIso } from "../../src/extract/dates/calendar.ts";
import { type Direction, resolveExpression } from "../../src/extract/dates/resolve-expression.ts";
import { findDateExpressions } from "../../src/extract/en/dates/find-date-expressions.ts";
import type { Annotated, GoldMeeting } from "./annotated.ts";

export interface Draft {
  quotes: { n: number; speaker: string; sentence: number }[];
  people: { name: string; office: string | null; country: string | null; sentences: number[] }[];
  meetings: DraftMeeting[];
}
export interface DraftMeeting {
  kind: string;
  status: string;
  participants: string[];
  when: string | null;
  where: string | null;
  sentences: number[];
}

type Range = { start: number; end: number };
/** A participant may stand so many sentences before the one that tells the meeting. */
const REACH = 3;

export class Oracle {
  readonly gold: Annotated;
  readonly sentences: Range[];
  readonly quotes: Range[];
  constructor(gold: Annotated, extraction: Extraction) {
    this.gold = gold;
    this.sentences = extraction.sentences;
    this.quotes = extraction.quotes;
  }

  textOf(n: number): string {
    const { start, end } = this.sentences[n - 1] ?? { start: 0, end: 0 };
    return this.gold.article.text.slice(start, end);
  }

  /** The forms in which somebody or something may stand in the text, the longest first. */
  formsOf(name: string): string[] {
    const person = this.gold.people.find((each) => each.name === name);
    const forms = [name, ...(person?.aliases ?? [])];
    if (person !== undefined && name.includes(" ")) forms.push(name.split(" ").at(-1) ?? name);
    const code = person === undefined ? (countryWord(name)?.code ?? null) : null;
    if (code !== null) forms.push(...countryForms(code));
    if (/^G-?\d+$/.test(name)) forms.push(name.replace("-", ""), name.replace("-", "").replace("G", "G-"));
    return [...new Set(forms)].sort((a, b) => b.length - a.length);
  }

  formIn(name: string, n: number): string | null {
    const text = this.textOf(n);
    return this.formsOf(name).find((form) => holds(text, form)) ?? null;
  }

  sentencesOf(name: string): number[] {
    return this.sentences.flatMap((_, at) => (this.formIn(name, at + 1) === null ? [] : [at + 1]));
  }

  overlapping({ start, end }: Range): number[] {
    return this.sentences.flatMap((each, at) => (each.start < end && start < each.end ? [at + 1] : []));
  }

  /** The sentence nearest to a quotation that names somebody: its own, those before, those behind. */
  nearest(name: string, quote: Range): { n: number; form: string } | null {
    const own = this.overlapping(quote);
    const [first = 1] = own;
    const order = [
      ...own,
      first - 1,
      (own.at(-1) ?? first) + 1,
      ...Array.from({ length: first }, (_, i) => first - 2 - i),
      ...this.sentences.map((_, i) => i + 1),
    ];
    for (const n of order) {
      const outside = this.outsideOf(n, quote);
      const form = this.formsOf(name).find((each) => holds(outside, each));
      if (form !== undefined) return { n, form };
    }
    return null;
  }

  outsideOf(n: number, quote: Range): string {
    const s = this.sentences[n - 1];
    if (s === undefined) return "";
    const { text } = this.gold.article;
    return `${text.slice(s.start, Math.max(s.start, Math.min(s.end, quote.start)))} ${text.slice(Math.min(s.end, Math.max(s.start, quote.end)), s.end)}`;
  }

  draft(): Draft {
    return {
      quotes: this.gold.quotes.flatMap((quote) => {
        const n =
          this.quotes.findIndex(
            (each) => Math.min(each.end, quote.end) - Math.max(each.start, quote.start) >= 0.8 * (quote.end - quote.start),
          ) + 1;
        if (n === 0 || quote.speaker === null) return [];
        const found = this.nearest(quote.speaker, quote);
        return found === null ? [] : [{ n, speaker: found.form, sentence: found.n }];
      }),
      people: this.gold.people.map((person) => this.person(person)).filter((each) => each !== null),
      meetings: this.gold.meetings.map((meeting) => this.meeting(meeting)).filter((each) => each !== null),
    };
  }

  person({ name, role, country }: Annotated["people"][number]) {
    const named = this.sentencesOf(name);
    const [first] = named;
    if (first === undefined) return null;
    const office = role === null ? null : this.office(role, named);
    return {
      name,
      office: office?.words ?? null,
      country,
      sentences: office === null ? [first] : [...new Set([first, office.n])],
    };
  }

  /** The longest run of a role's words that stands in a sentence which names its holder. */
  office(role: string, sentences: number[]): { words: string; n: number } | null {
    const words = role.split(/\s+/);
    for (let length = words.length; length >= 1; length--)
      for (let first = 0; first + length <= words.length; first++) {
        const run = words
          .slice(first, first + length)
          .join(" ")
          .replace(/[,;.]$/, "");
        if (
          !words.slice(first, first + length).some((word) => word.length > 3) ||
          /^(?:of|the|former|senior|in|for|at)\b/i.test(run) ||
          /\b(?:of|the|in|for|at|and)$/i.test(run) ||
          length * 2 < words.length
        )
          continue;
        const n = sentences.find((each) => holds(this.textOf(each).toLowerCase(), run.toLowerCase()));
        if (n !== undefined) return { words: run, n };
      }
    return null;
  }

  meeting(meeting: GoldMeeting): DraftMeeting | null {
    const own = this.overlapping(meeting);
    const [first] = own;
    if (first === undefined) return null;
    const sentences = [...own];
    const participants = meeting.participants.flatMap((name) => {
      for (const n of own) {
        const form = this.formIn(name, n);
        if (form !== null) return countryWord(name) !== null && !this.gold.people.some((p) => p.name === name) ? [name] : [form];
      }
      for (let n = first - 1; n >= Math.max(1, first - REACH); n--) {
        const form = this.formIn(name, n);
        if (form === null) continue;
        if (!sentences.includes(n)) sentences.push(n);
        return [form];
      }
      return [];
    });
    if (participants.length < 2) return null;
    const where =
      meeting.place !== null && sentences.some((n) => holds(this.textOf(n), meeting.place ?? "")) ? meeting.place : null;
    return {
      kind: meeting.kind,
      status: meeting.status,
      participants,
      when: this.when(meeting, own),
      where,
      sentences: sentences.sort((a, b) => a - b),
    };
  }

  when({ date }: GoldMeeting, sentences: number[]): string | null {
    if (date === null) return null;
    for (const n of sentences)
      for (const each of findDateExpressions(this.textOf(n)))
        if (this.days(each.expression).some((day) => day.startsWith(date))) return this.textOf(n).slice(each.start, each.end);
    return null;
  }

  days(expression: Parameters<typeof resolveExpression>[0]): string[] {
    const directions: Direction[] = ["past", "future", "near"];
    return directions.flatMap(
      (direction) =>
        resolveExpression(expression, {
          day: dayOfIso(this.gold.article.publishedAt),
          direction,
          slack: true,
          previous: null,
          order: null,
        })?.start ?? [],
    );
  }
}

export function holds(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + words.length);
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after) ? true : holds(text.slice(at + 1), words);
}
