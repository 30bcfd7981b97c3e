import { linkTarget } from "../../domain/evidence/link-target.ts";
import { passageAddress } from "./passage-address.ts";
import type { Verbatim } from "./verbatim.ts";

/** A list within a list, such as the passages of a meeting that everybody reported. */
const MOST_INNER = 25;
/** Addresses longer than browsers take are no use to anybody. */
const MAX_ADDRESS = 4000;

interface Marking {
  /** The articles' addresses, by their ids. */
  addresses: ReadonlyMap<string, string | null>;
  verbatim: Verbatim;
}

interface Marked {
  data: unknown;
  /** Whether anything was left out. */
  isShortened: boolean;
}

type Fields = Record<string, unknown>;

/**
 * A command's JSON with a link and an address at each passage, within the limit of words of each article. A sentence whose passages cannot
 * be quoted whole is left out with them; a quotation is shortened, and stays exact.
 */
export function markPassages(data: unknown, { addresses, verbatim }: Marking): Marked {
  let isShortened = false;

  function mark(value: unknown, depth: number): unknown {
    if (Array.isArray(value)) return markList(value, depth);
    if (typeof value !== "object" || value === null) return value;
    const fields = value as Fields;
    if (isPassage(fields)) return markPassage(fields);
    const marked = Object.fromEntries(Object.entries(fields).map(([name, each]) => [name, mark(each, depth + 1)]));
    return isShortened && typeof fields["answer"] === "string" ? { ...marked, answer: textsOf(marked["citations"]) } : marked;
  }

  function markList(list: unknown[], depth: number): unknown[] {
    const few = depth === 0 ? list : list.slice(0, MOST_INNER);
    const whole = few.filter((each) => !isCited(each) || each.citations.every((citation) => verbatim.take(citation)));
    if (whole.length < list.length) isShortened = true;
    return whole.map((each) => mark(each, depth + 1)).filter((each) => each !== null);
  }

  function markPassage(passage: PassageFields): unknown {
    const quoted = verbatim.quote(passage);
    if (quoted?.end !== passage.end) isShortened = true;
    if (quoted === null) return null;
    const { articleId, start, end, text } = quoted;
    const link = { label: "", url: addresses.get(articleId) ?? null, citation: { articleId, start, end, text } };
    const passageUrl = linkTarget(link, (url) => url.length <= MAX_ADDRESS);
    return { ...quoted, passageUrl, resource: passageAddress(quoted) };
  }

  return { data: mark(data, 0), isShortened };
}

/** An answer of passages that were shortened is these, as they stand now. */
function textsOf(citations: unknown): string {
  const passages = Array.isArray(citations) ? citations : [];
  return passages.map((each: { text: string }) => each.text).join(" ");
}

type PassageFields = Fields & { articleId: string; start: number; end: number; text: string };

function isPassage(fields: Fields): fields is PassageFields {
  const { articleId, start, end, text } = fields;
  return typeof articleId === "string" && typeof start === "number" && typeof end === "number" && typeof text === "string";
}

/** A sentence with the passages it rests on. */
function isCited(value: unknown): value is { text: string; citations: PassageFields[] } {
  if (typeof value !== "object" || value === null) return false;
  const { text, citations } = value as Fields;
  return typeof text === "string" && Array.isArray(citations) && citations.every((each) => isPassage(each as Fields));
}

/** The ids of all articles that are named anywhere in a command's JSON, in order. */
export function articleIdsIn(data: unknown): string[] {
  const ids = new Set<string>();
  const walk = (value: unknown) => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === "object" && value !== null) {
      const { articleId } = value as Fields;
      if (typeof articleId === "string") ids.add(articleId);
      for (const each of Object.values(value)) walk(each);
    }
  };
  walk(data);
  return [...ids];
}
