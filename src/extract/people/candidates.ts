import { countryWord } from "../countries.ts";
import { AT_A_PLACE, LIST_GOES_ON, LIST_LINKS, OPENS_LIST, THE_COUNTRYS, THE_THAT_THIS } from "../en/people/name-words.ts";
import { PERSONAL_VERBS } from "../en/personal-verbs.ts";
import { isTitleHead, isTitleModifier, officeOf } from "../en/titles.ts";
import { parseName } from "../names.ts";
import type { TextModel } from "../read-text.ts";
import type { Token } from "../tokens.ts";
import type { Candidate } from "./cluster.ts";
import { counterpartCountry } from "./counterparts.ts";
import { titleBefore } from "./find-title.ts";
import { cutPossessive, type NameSpan } from "./name-spans.ts";
import { titlesAfter } from "./title-after.ts";
import type { FoundTitle, TitleContext } from "./title-phrase.ts";
import { signsOf } from "./weigh-span.ts";

/** The names of one sentence with their titles; a phrase between two names is the first one's where a comma parts it from the second. */
export function toCandidates(model: TextModel, spans: NameSpan[], titles: TitleContext): Candidate[] {
  const { tokens } = model;
  const before = spans.map((span) => titleBefore(tokens, span, titles));
  for (const [at, span] of spans.entries())
    before[at] ??=
      sharedTitle(tokens, { span, beside: spans[at - 1], title: before[at - 1] ?? null }) ??
      listedTitle(tokens, { span, beside: spans[at - 1], title: before[at - 1] ?? null }, titles);
  return spans.map((span, at) => {
    const next = spans[at + 1];
    const title = before[at] ?? null;
    const nextTitle = before[at + 1] ?? null;
    const nextFirst =
      next !== undefined && nextTitle !== null && nextTitle.last === next.first ? nextTitle.first : span.sentence.lastToken;
    const after = titlesAfter(tokens, span, { context: titles, next: nextFirst });
    // ", the prime minister, Ada Lund": it stands behind the name before, and says who that is.
    if (after.some((phrase) => nextTitle !== null && phrase.first <= nextTitle.first && phrase.last >= nextTitle.last))
      before[at + 1] = null;
    return toCandidate(model, span, { titles, title, after });
  });
}

/** "Chiefs of staff Ada Lund and Max Toll": the office in the plural is the second one's too. */
function sharedTitle(
  tokens: Token[],
  { span, beside, title }: { span: NameSpan; beside: NameSpan | undefined; title: FoundTitle | null },
): FoundTitle | null {
  if (beside === undefined || title?.role == null || span.first - beside.last > 2) return null;
  const between = tokens.slice(beside.last, span.first);
  if (between.length === 0 || !between.every((token) => LIST_LINKS.has(token.lower))) return null;
  const isPlural = title.words.some((word) => isPluralHead(word.toLowerCase()));
  return isPlural ? { ...title, role: { ...title.role }, first: span.first, last: span.first } : null;
}

/** So far behind "the foreign ministers" the list of them may begin. */
const MAX_LEAD_TOKENS = 14;

/** "The foreign ministers of both, Ada Lund of Norway and Max Toll of Chile": an office in the plural before a list of names. */
function listedTitle(
  tokens: Token[],
  { span, beside, title }: { span: NameSpan; beside: NameSpan | undefined; title: FoundTitle | null },
  titles: TitleContext,
): FoundTitle | null {
  const between = beside === undefined ? [] : tokens.slice(beside.last, span.first);
  const isNext =
    beside !== undefined &&
    between.length > 0 &&
    between.length <= 6 &&
    between.every((token) => LIST_GOES_ON.has(token.lower) || (token.capital && countryWord(cutPossessive(token.text)) !== null));
  if (isNext && title?.role != null && title.first === title.last)
    return { ...title, role: { ...title.role }, first: span.first, last: span.first };
  const start = Math.max(span.sentence.firstToken, span.first - MAX_LEAD_TOKENS, beside?.last ?? 0);
  let opened = false;
  for (let at = span.first - 1; at >= start; at--) {
    const token = tokens[at];
    if (token === undefined || PERSONAL_VERBS.has(token.lower) || /^["“”;.]$/.test(token.text)) return null;
    // "The heads of the offices in Lund, Oslo and Bergen": places, and whose office each is isn't said.
    if (span.words.length === 1 && AT_A_PLACE.test(token.text)) return null;
    opened ||= OPENS_LIST.has(token.lower);
    if (!isPluralHead(token.lower)) continue;
    if (!opened) return null;
    let first = at;
    while (first > span.sentence.firstToken && isTitleModifier(tokens[first - 1]?.text ?? "")) first--;
    const office = officeOf(tokens.slice(first, at + 1).map((each) => each.text));
    const country = titles.countryIn({ start: tokens[first]?.start ?? 0, end: token.end })?.code ?? null;
    return office === null
      ? null
      : {
          first: span.first,
          last: span.first,
          words: [],
          role: { title: office, affiliation: null, country },
          gender: null,
        };
  }
  return null;
}

function isPluralHead(word: string): boolean {
  return /[^s]s$/.test(word) && isTitleHead(word) && isTitleHead(word.slice(0, -1));
}

interface TitlesOfName {
  titles: TitleContext;
  title: FoundTitle | null;
  after: FoundTitle[];
}

function toCandidate(model: TextModel, span: NameSpan, { titles, title, after }: TitlesOfName): Candidate {
  const text = model.text.slice(span.start, span.end).replace(/\s+/g, " ");
  const whole = title === null ? span : { ...span, titleFirst: title.first, titleLast: title.last };
  const country = counterpartCountry(model.tokens, whole) ?? countryAfter(model, span, titles);
  if (title?.role != null && title.role.country === null)
    title.role = { ...title.role, country: country ?? countryMeant(model, title, titles) };
  const known = title?.role == null && after.length === 0 ? stateBeside(model, span, { country, titles }) : null;
  return {
    span: whole,
    text,
    name: parseName(text),
    title,
    after: known === null ? after : [known],
    signs: signsOf(model.tokens, span),
  };
}

/** "Turkey's Ada Lund", "Ada Lund of Turkey": for whom somebody acts, and not as what. */
function stateBeside(
  model: TextModel,
  span: NameSpan,
  { country, titles }: { country: string | null; titles: TitleContext },
): FoundTitle | null {
  const before = model.tokens[span.first - 1];
  const owner = before !== undefined && /['’]s$/.test(before.text) ? titles.countryIn(before) : null;
  // "North Korea's": the state's last word bears the possessive.
  const owns = owner !== null && owner.end === (before?.end ?? 0) - 2;
  const code = owns ? owner.code : country;
  if (code === null || span.words.length < 2) return null;
  return {
    first: span.first,
    last: span.first,
    words: [],
    role: { title: null, affiliation: null, country: code },
    gender: null,
  };
}

/** "Its foreign minister", "the country's prime minister": of the state named last, where that is not far. */
function countryMeant(model: TextModel, title: FoundTitle, titles: TitleContext): string | null {
  const before = model.tokens[title.first - 1];
  const noun = model.tokens[title.first - 2];
  if (before === undefined) return null;
  const named = THE_COUNTRYS.test(before.lower) && THE_THAT_THIS.has(noun?.lower ?? "");
  return named || before.lower === "its" ? (titles.countryMeant(before.start, named)?.code ?? null) : null;
}

/** "President Lasso of Ecuador". */
function countryAfter(model: TextModel, span: NameSpan, titles: TitleContext): string | null {
  const link = model.tokens[span.last];
  const next = model.tokens[span.last + (model.tokens[span.last + 1]?.lower === "the" ? 2 : 1)];
  if (link?.lower !== "of" || next === undefined || !next.capital) return null;
  return titles.countryIn(next)?.code ?? null;
}
