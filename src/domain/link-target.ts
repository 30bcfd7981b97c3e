import type { SourceLink } from "../../domain/document.ts";
import { passageUrl } from "../../domain/passage-url.ts";

/** The address that opens an article at the passage, or the article where that is too long; null where it can't be a link. */
export function linkTarget(link: SourceLink, fits: (url: string) => boolean): string | null {
  if (link.url === null || !URL.canParse(link.url)) return null;
  const parsed = new URL(link.url);
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return null;
  const atPassage = link.citation === null ? parsed.href : passageUrl(parsed.href, link.citation.text);
  if (fits(atPassage)) return atPassage;
  return fits(parsed.href) ? parsed.href : null;
}
