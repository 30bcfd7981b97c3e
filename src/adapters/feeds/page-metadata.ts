import { z } from "zod";
import { authorLine } from "../../domain/evidence/author.ts";
import { primaryLanguage } from "../../domain/evidence/language.ts";
import { absolute } from "./feed-formats.ts";
import { plainLine } from "./html-text.ts";
import type { PageDocument } from "./page-document.ts";
import { readDate } from "./read-date.ts";

export interface PageMetadata {
  canonicalUrl: string | null;
  title: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  language: string | null;
  isArticle: boolean;
  /** Whether it describes an article in linked data, which programs write for articles alone. */
  isLinkedArticle: boolean;
  /** Whether the page says that its text is not free to read. */
  isForSubscribers: boolean;
}

const named = z.union([z.string(), z.object({ name: z.string() }).transform((value) => value.name)]);
/** One name, or a list of which those that are names count. */
const names = z.union([
  named.transform((name) => [name]),
  z.array(named.nullable().catch(null)).transform((list) => list.filter((name) => name !== null)),
]);
/** schema.org's Article, as far as it is used; a field that is something else counts as missing. */
const linkedArticle = z.looseObject({
  "@type": z.union([z.string(), z.array(z.string())]).optional(),
  "@graph": z.array(z.unknown()).optional().catch(undefined),
  headline: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  author: names.optional().catch(undefined),
  publisher: names.optional().catch(undefined),
  inLanguage: z.string().optional().catch(undefined),
  isAccessibleForFree: z.union([z.boolean(), z.string()]).optional().catch(undefined),
});
type LinkedArticle = z.infer<typeof linkedArticle>;
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;
const MAX_LINKED_DATA = 200_000;

/** What a page says of itself, in its linked data, its meta elements and its links; each is believed for this page alone. */
export function readMetadata(document: PageDocument, url: string): PageMetadata {
  const linked = linkedData(document);
  const meta = (...names: string[]) => metaContent(document, names);
  const type = meta("og:type");
  return {
    canonicalUrl: canonicalOf(document, url),
    title: plainLine(linked?.headline ?? meta("og:title", "twitter:title") ?? document.querySelector("title")?.textContent),
    publisher: plainLine(meta("og:site_name") ?? linked?.publisher?.[0] ?? meta("application-name")),
    author: authorLine((linked?.author ?? []).map(plainLine)) ?? authorOf(meta),
    publishedAt: dateOf(document, [linked?.datePublished, meta("article:published_time", "dc.date", "date", "pubdate")]),
    language: languageOf([
      linked?.inLanguage,
      document.querySelector("html")?.getAttribute("lang"),
      meta("og:locale", "content-language"),
    ]),
    isLinkedArticle: linked !== null,
    isArticle: linked !== null || type === "article",
    isForSubscribers: linked !== null && /^false$/i.test(String(linked.isAccessibleForFree)),
  };
}

/** The first of these elements that holds a name: article:author is a name on one site, and an address on the next. */
function authorOf(meta: (...names: string[]) => string | undefined): string | null {
  for (const name of ["author", "article:author", "dc.creator", "parsely-author"]) {
    const author = authorLine([plainLine(meta(name))]);
    if (author !== null) return author;
  }
  return null;
}

function languageOf(tags: (string | null | undefined)[]): string | null {
  for (const tag of tags) {
    const language = primaryLanguage(tag);
    if (language !== null) return language;
  }
  return null;
}

function metaContent(document: PageDocument, names: string[]): string | undefined {
  for (const name of names) {
    const found = document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute("content");
    if (found != null && found.trim() !== "") return found;
  }
  return undefined;
}

/** The address that the page gives itself, if it is one of the same site: a page must not pass for another site's article. */
function canonicalOf(document: PageDocument, url: string): string | null {
  const given = absolute(document.querySelector('link[rel="canonical"]')?.getAttribute("href"), url);
  if (given === null || siteOf(given) !== siteOf(url)) return null;
  // The front page as every article's address is a mistake of the site's.
  return new URL(given).pathname === "/" && new URL(url).pathname !== "/" ? null : given;
}

function siteOf(url: string): string {
  return new URL(url).host.replace(/^(?:www|m|mobile|amp)\./, "");
}

function dateOf(document: PageDocument, texts: (string | undefined)[]): string | null {
  for (const text of [...texts, document.querySelector("time[datetime]")?.getAttribute("datetime")]) {
    const date = readDate(text);
    if (date !== null) return date;
  }
  return null;
}

function linkedData(document: PageDocument): LinkedArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? "";
    if (text.length > MAX_LINKED_DATA) continue;
    for (const value of flatten(parseJson(text))) {
      const parsed = linkedArticle.safeParse(value);
      if (parsed.success && [parsed.data["@type"] ?? []].flat().some((type) => ARTICLE_TYPE.test(type))) return parsed.data;
    }
  }
  return null;
}

/** One object, a list of them, or a graph. */
function flatten(value: unknown): unknown[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => {
    const graph = typeof each === "object" && each !== null && "@graph" in each ? each["@graph"] : undefined;
    return Array.isArray(graph) ? [each, ...graph] : [each];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
