import type { Range } from "../../domain/evidence/span.ts";

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";
const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
const SCALES: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  crore: 1e7,
  billion: 1e9,
  trillion: 1e12,
};
const VALUES = new Map<string, number>([
  ...UNITS.split(" ").map((word, at): [string, number] => [word, at]),
  ...TENS.split(" ").map((word, at): [string, number] => [word, (at + 2) * 10]),
  ...ORDINALS.split(" ").map((word, at): [string, number] => [word, at]),
  ["dozen", 12],
  ["half", 0.5],
  ["twice", 2],
  ["thrice", 3],
]);

/** Whether a word is one that numbersIn reads. */
export function isNumberWord(word: string): boolean {
  return VALUES.has(word) || word in SCALES || /^(?:percent|cent)$/.test(word);
}

const TOKEN = /[$€£¥₹]?\s?\d[\d,]{0,40}(?:\.\d+)?(?:st|nd|rd|th)?(?![\p{L}\p{N}])|%|[\p{L}\p{N}]+(?:[+/]\p{N}+)*/gu;

/**
 * The numbers that a text gives, in words or digits, as values with their unit where it is one of money or a share: "5 million" and
 * "5,000,000" are both "5000000", "5 per cent" is "5%". Words with digits in them ("G20", "2+2") stand for themselves. What lies in one
 * of the ranges is left out.
 */
export function numbersIn(text: string, except: Range[]): Set<string> {
  const found = new Set<string>();
  let open: Read | null = null;
  // "no one", "the one", "one of": a pronoun, and no number.
  const lower = text
    .toLowerCase()
    .replace(/\b(?:no|any|every|some|each|the|this|that) one\b|\bone (?:of|another)\b/g, (words) => " ".repeat(words.length));
  for (const match of lower.matchAll(TOKEN)) {
    const start = match.index + match[0].length - match[0].trimStart().length;
    if (except.some((range) => start >= range.start && start < range.end)) continue;
    const token = match[0].trim();
    const next: Read | null = readNumber(token);
    const scale = SCALES[token.replace(/s$/, "")];
    if (scale !== undefined && open !== null) open = times(open, scale);
    else if (isPercent(token, lower.slice(match.index))) open = keep(found, open, "%");
    else if (next !== null) {
      const joined: Read | null = open === null ? null : join(open, next);
      if (joined === null) keep(found, open);
      open = joined ?? next;
    } else {
      if (token !== "and") open = keep(found, open);
      if (/\p{N}/u.test(token)) found.add(token);
    }
  }
  keep(found, open);
  return found;
}

function keep(found: Set<string>, open: Read | null, unit = ""): null {
  if (open !== null) found.add(`${open.sign}${open.value}${unit}`);
  return null;
}

function isPercent(token: string, rest: string): boolean {
  return /^(?:%|percent|percentage)$/.test(token) || (token === "per" && /^per\s?cent/.test(rest));
}

interface Read {
  value: number;
  sign: string;
}

function readNumber(token: string): Read | null {
  const digits = /^([$€£¥₹]?)\s?(\d[\d,]{0,40}(?:\.\d+)?)(?:st|nd|rd|th)?$/.exec(token);
  if (digits !== null) return { value: Number((digits[2] ?? "").replace(/,/g, "")), sign: digits[1] ?? "" };
  const value = VALUES.get(token);
  return value === undefined ? null : { value, sign: "" };
}

function times({ value, sign }: Read, scale: number): Read {
  return { value: Number((value * scale).toPrecision(12)), sign };
}

/** "twenty five" and "two hundred six" are one number; "five 2" and "two three" are two. */
function join(open: Read, next: Read): Read | null {
  const isTens = open.value >= 20 && open.value < 100 && open.value % 10 === 0 && next.value > 0 && next.value < 10;
  const isRest = open.value >= 100 && open.value % 100 === 0 && next.value < 100 && Number.isInteger(next.value);
  return (isTens || isRest) && next.sign === "" ? { value: open.value + next.value, sign: open.sign } : null;
}
