/** What stands between a headline and the name of its site. */
const SEPARATOR = /\s{1,3}(?:\||-|–|—|::|·|•|»|«|:|\/)\s{1,3}/g;
/** A site's name is short. */
const LONGEST_NAME = 60;

interface Titled {
  title: string;
  /** What the page calls its site, and the site's host. */
  site: string | null;
  host: string;
  /** The headline as readers see it. */
  headline: string | null;
}

/** A page's title without the name of its site: "Talks end - The Gazette" is "Talks end". */
export function withoutSiteName({ title, site, host, headline }: Titled): string {
  if (headline !== null && headline.length >= 10 && title !== headline) {
    const rest = title.startsWith(headline) ? title.slice(headline.length) : null;
    if (rest !== null && /^\s{0,3}(?:\||-|–|—|::|·|•|»|:|\/)\s/.test(rest)) return headline;
  }
  const parts = [...title.matchAll(SEPARATOR)];
  const last = parts.at(-1);
  const first = parts[0];
  if (last !== undefined && isSite(title.slice(last.index + last[0].length), site, host))
    return title.slice(0, last.index).trim();
  if (first !== undefined && isSite(title.slice(0, first.index), site, host))
    return title.slice(first.index + first[0].length).trim();
  return title;
}

/** Whether a name is what a page's site is called, by its own words or by its address. */
export function isSiteName(name: string, site: string | null, url: string): boolean {
  return isSite(name, site, new URL(url).host);
}

function isSite(part: string, site: string | null, host: string): boolean {
  const plain = letters(part);
  if (plain.length < 2 || part.length > LONGEST_NAME) return false;
  const own = letters(site ?? "");
  const label = letters(
    host
      .replace(/^www\./, "")
      .split(".")
      .slice(0, -1)
      .join(""),
  );
  return (
    plain === own ||
    plain === label ||
    letters(host.replace(/^www\./, "")) === plain ||
    (own.length > 3 && plain.includes(own)) ||
    (label.length > 3 && plain.includes(label))
  );
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the\s/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
