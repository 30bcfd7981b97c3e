import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ArticleHead } from "../../domain/evidence/records.ts";
import { ARTICLE_BEFORE } from "../../extract/en/questions/topic-words.ts";

/** Whether a typed publisher is an article's: by its name, or by the name of its site ("courier.example"). */
export function isPublisher({ publisher, url }: Pick<ArticleHead, "publisher" | "url">, typed: string): boolean {
  if (publisher !== null && keyOf(publisher) === keyOf(typed)) return true;
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : null;
  const typedSite = typed.trim().toLowerCase();
  const site = typedSite.startsWith("www.") ? typedSite.slice("www.".length) : typedSite;
  return host !== null && site.includes(".") && (host === site || host.endsWith(`.${site}`));
}

/** "The Courier" is "Courier". */
function keyOf(name: string): string {
  return nameKey(name).replace(ARTICLE_BEFORE, "");
}
