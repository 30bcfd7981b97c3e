/** A fragment names the passage by its first and last words: a text that changed in the middle is still found. */
const EDGE_WORDS = 5;
/** Browsers match a short passage better as a whole. */
const WHOLE_WORDS = 12;
/** Longer words (a hash, an encoded image) are no text that a page shows. */
const WORD_CHARACTERS = 80;

/**
 * The address that opens an article at a passage: a URL text fragment (https://wicg.github.io/scroll-to-text-fragment/). Browsers
 * without it open the article at its top. An address that is not http(s), or has such a fragment already, comes back as it is.
 */
export function passageUrl(url: string, passage: string): string {
  if (!/^https?:\/\//i.test(url) || url.includes(":~:")) return url;
  const words = wordsOf(passage);
  if (words.length === 0 || words.some((word) => word.length > WORD_CHARACTERS)) return url;
  const directive =
    words.length <= WHOLE_WORDS
      ? encode(words)
      : `${encode(words.slice(0, EDGE_WORDS))},${encode(words.slice(words.length - EDGE_WORDS))}`;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Marks around a passage are left out: pages and feeds often write them in different ways. */
function wordsOf(passage: string): string[] {
  const bare = passage.replace(/\p{Surrogate}/gu, " ").trim();
  const start = bare.search(/[\p{L}\p{N}]/u);
  if (start < 0) return [];
  let end = bare.length;
  while (end > start && !/[\p{L}\p{M}\p{N}]/u.test(lastCodePoint(bare.slice(0, end)))) end -= 1;
  return bare
    .slice(start, end)
    .split(/\s+/u)
    .filter((word) => word !== "");
}

function lastCodePoint(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? "";
}

/** `-`, `,` and `&` are the directive's own punctuation. */
function encode(words: string[]): string {
  return encodeURIComponent(words.join(" ")).replace(/[-!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
