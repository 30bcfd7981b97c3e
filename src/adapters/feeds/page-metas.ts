import type { PageDocument } from "./page-document.ts";

/** The content of a page's first meta element of a name, whatever attribute holds the name, in whatever case; null where there is none. */
export type PageMetas = (name: string) => string | null;

/** Of one page. */
const MOST = 500;

export function readMetas(document: PageDocument): PageMetas {
  const found = new Map<string, string>();
  let count = 0;
  for (const meta of document.querySelectorAll("meta[content]")) {
    count += 1;
    if (count > MOST) break;
    const content = (meta.getAttribute("content") ?? "").trim();
    if (content === "") continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name !== undefined && name !== "" && !found.has(name)) found.set(name, content);
    }
  }
  return (name) => found.get(name) ?? null;
}
