import { z } from "zod";
import { isCalendarDate } from "../../domain/clock.ts";
import type { Article } from "../../domain/evidence/article.ts";
import { authorLine } from "../../domain/evidence/author.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import { readDateHead } from "../../extract/date-head.ts";

const optionalText = z
  .string()
  .nullish()
  .transform((value) => (value == null || value.trim() === "" ? null : value));

const schema = z.object({
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  url: optionalText,
  title: optionalText,
  publisher: optionalText,
  author: optionalText.transform((author) => authorLine([author])),
  publishedAt: optionalText,
  language: optionalText.transform(primaryLanguage),
  text: z.string(),
});

/** An article out of its JSON, or a sentence that says what is wrong with it. `fallbackId` serves where it brings neither id nor url. */
export function parseArticle(json: string, where: string, fallbackId?: string): Article | string {
  const value = parseJson(json);
  if (value === undefined) return `${where} is not JSON: each article is one object, for example {"id": "a1", "text": "…"}.`;
  const parsed = schema.safeParse(value);
  if (!parsed.success) return `${where} is not an article: ${describe(parsed.error)}.`;
  const { id, url, title, publisher, author, publishedAt, language, text } = parsed.data;
  const identity = id ?? url ?? fallbackId;
  if (identity == null || identity === "") return `${where} is not an article: it has neither an "id" nor a "url".`;
  if (text.trim() === "") return `${where} has an empty "text".`;
  const date = publishedAt ?? readDateHead(text)?.publishedAt ?? null;
  if (date !== null && !isDate(date))
    return `${where} has an invalid date, ${JSON.stringify(date.slice(0, 40))}: write it as YYYY-MM-DD.`;
  return { id: identity, url, title, publisher, author, publishedAt: date, language, text };
}

/** A model's reading that stands beside an article in its JSON; undefined for none. */
export function draftIn(json: string): unknown {
  if (!json.includes('"draft"')) return undefined;
  const value = parseJson(json);
  return typeof value === "object" && value !== null && "draft" in value ? value.draft : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.join(".") ?? "";
  return field === "" ? "it is not an object" : `its "${field}" is missing or not text`;
}

/** ISO 8601: a date that the calendar has, or such a date with a time. */
function isDate(text: string): boolean {
  const [, date] = /^(\d{4}-\d{2}-\d{2})(?:$|[T ]\d{2}:\d{2})/.exec(text) ?? [];
  return date !== undefined && isCalendarDate(date) && (text === date || !Number.isNaN(Date.parse(text)));
}
