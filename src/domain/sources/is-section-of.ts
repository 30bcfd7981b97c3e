/** A part of a path that names an article: "talks-in-lisbon", "4711", "a123.html". */
const NAMES_ARTICLE = /[-_\d]/;
const PLAIN = /^[a-z]{1,24}$/i;

/** Whether an address is that of a section over the other's article: "/world/europe" over "/world/europe/talks-in-lisbon". */
export function isSectionOf(section: string, url: string): boolean {
  const [over, own] = [segmentsOf(section), segmentsOf(url)];
  return isPlainPath(over) && isArticlePath(own) && over.length < own.length && over.every((each, at) => each === own[at]);
}

/**
 * Whether a redirect led from an article's address to one that is named as sections and front pages are: "/en/home". A short link, "/a/1", names
 * no article, and leads elsewhere by design.
 */
export function isMovedToSection(readAt: string, url: string): boolean {
  const [at, from] = [segmentsOf(readAt), segmentsOf(url)];
  return isPlainPath(at) && at.length <= 2 && isNamedPath(from) && at.join("/") !== from.join("/");
}

function isPlainPath(segments: string[]): boolean {
  return segments.length > 0 && segments.every((each) => PLAIN.test(each));
}

/** "talks-in-lisbon": words, and more than one. */
function isNamedPath(segments: string[]): boolean {
  const last = segments.at(-1) ?? "";
  return /[-_]/.test(last) && /[a-z]{3}/i.test(last);
}

function isArticlePath(segments: string[]): boolean {
  return NAMES_ARTICLE.test(segments.at(-1) ?? "");
}

function segmentsOf(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const { pathname, search } = new URL(url);
  // With a query, any path may be an article's.
  return search === "" ? pathname.split("/").filter((each) => each !== "") : [];
}
