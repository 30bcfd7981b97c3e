import { AppError } from "../../domain/errors.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { Exclusion } from "../../domain/evidence/saved-topic.ts";
import { countryName } from "../../extract/countries.ts";
import { EXCLUDED, FROM_PUBLISHER } from "../../extract/en/questions/topic-words.ts";

const MAX_MEMBERS = 20;
const MAX_EXCLUSIONS = 20;
const MAX_PART_CHARACTERS = 100;
/** ISO codes, which analysts type for countries: "IN", "in-jp" is two words. */
const CODES = /(?<![\p{L}\p{N}.])[A-Z]{2}(?![\p{L}\p{N}.])/gu;

/** What belongs to a topic and what does not, as typed; whether an exclusion is a publisher may show from its words or not. */
export interface Definition {
  members: string[];
  exclusions: (Exclusion | { kind: "unsure"; text: string })[];
}

/** Reads "India, JP, Quad, not cricket, not from Valley Post". Throws an AppError ("usage") that says which part is wrong. */
export function readDefinition(typed: string): Definition {
  const parts = typed
    .split(/[,;]/)
    .map((part) => unquote(part.replace(/\s+/g, " ").trim()))
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  const tooLong = parts.find((part) => part.length > MAX_PART_CHARACTERS);
  if (tooLong !== undefined)
    throw new AppError(
      "usage",
      `“${tooLong.slice(0, 40)}…” is too long: a part of a topic has at most ${MAX_PART_CHARACTERS} characters.`,
    );
  const members = once(parts.filter((part) => !EXCLUDED.test(part)).map(withCountryNames), (part) => nameKey(part));
  const exclusions = once(
    parts.filter((part) => EXCLUDED.test(part)).map(exclusionOf),
    ({ kind, text }) => `${kind} ${nameKey(text)}`,
  );
  if (members.length === 0)
    throw new AppError("usage", "Say what belongs to the topic as well, such as India, Japan, not cricket.");
  if (members.length > MAX_MEMBERS)
    throw new AppError(
      "usage",
      `A topic has at most ${MAX_MEMBERS} members; these are ${members.length}. Make two topics of them.`,
    );
  if (exclusions.length > MAX_EXCLUSIONS)
    throw new AppError("usage", `A topic leaves out at most ${MAX_EXCLUSIONS} things; these are ${exclusions.length}.`);
  const both = exclusions.find(
    ({ kind, text }) => kind !== "publisher" && members.some((each) => nameKey(each) === nameKey(text)),
  );
  if (both !== undefined) throw new AppError("usage", `“${both.text}” cannot both belong to a topic and be left out of it.`);
  return { members, exclusions };
}

function exclusionOf(part: string): Definition["exclusions"][number] {
  const words = unquote(part.replace(EXCLUDED, ""));
  const publisher = unquote(words.replace(FROM_PUBLISHER, ""));
  if (!/[\p{L}\p{N}]/u.test(publisher)) throw new AppError("usage", `Say what “${part}” leaves out.`);
  if (FROM_PUBLISHER.test(words) || /^\S+\.\p{L}{2,}$/u.test(publisher)) return { kind: "publisher", text: publisher };
  return { kind: "unsure", text: withCountryNames(words) };
}

function withCountryNames(part: string): string {
  return part.replace(CODES, (code) => countryName(code) ?? code);
}

function once<T>(parts: T[], keyOf: (part: T) => string): T[] {
  return [...new Map(parts.map((part) => [keyOf(part), part] as const)).values()];
}

function unquote(words: string): string {
  return words
    .trim()
    .replace(/^["“”„«'‘]|["“”»'’]$/g, "")
    .trim();
}
