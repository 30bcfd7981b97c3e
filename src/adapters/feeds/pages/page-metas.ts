import { z } from "zod";
import { parseJson } from "../linked-data.ts";
import type { PageDocument } from "./page-document.ts";

/** What a page's meta elements say, whatever attribute holds the name, in whatever case. */
export interface PageMetas {
  /** The content of the first of a name; null where there is none. */
  (name: string): string | null;
  /** The contents of all of a name, in their order: one element for each author. */
  every(name: string): string[];
}

/** Of one page. */
const MOST = 500;

export function readMetas(document: PageDocument): PageMetas {
  const found = new Map<string, string[]>();
  let count = 0;
  for (const meta of document.querySelectorAll("meta[content]")) {
    count += 1;
    if (count > MOST) break;
    const content = (meta.getAttribute("content") ?? "").trim();
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && name !== "") found.set(name, [...(found.get(name) ?? []), content]);
    }
  }
  const every = (name: string) => found.get(name) ?? [];
  return Object.assign((name: string) => every(name)[0] ?? null, { every });
}

const parsely = z.object({
  pub_date: z.string().optional().catch(undefined),
  author: z.string().optional().catch(undefined),
  authors: z.array(z.string()).optional().catch(undefined),
});

/** What a page says of itself for Parse.ly, as JSON in one element; null where it says nothing. */
export function parselyPage(metas: PageMetas): z.infer<typeof parsely> | null {
  const text = metas("parsely-page");
  return text === null ? null : (parsely.safeParse(parseJson(text)).data ?? null);
}
