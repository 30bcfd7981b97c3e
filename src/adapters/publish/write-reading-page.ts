import type { PassageInContext } from "../../commands/reads/passage-in-context.ts";
import { escapeMarkup, quotedAddress } from "../../documents/quoted.ts";
import { showDate } from "../../domain/chat/show-date.ts";

const STYLE =
  "body{font:1.05rem/1.6 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font:600 1.3rem system-ui,sans-serif}mark{background:#fff1a8;color:inherit}.around{color:#666}dl{font:.9rem/1.5 system-ui,sans-serif}dt{color:#666}dd{margin:0 0 .6rem;overflow-wrap:anywhere}input{font:inherit;width:70%}@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#161616}a{color:#8ab4f8}mark{background:#5c5200}.around,dt{color:#aaa}}";

interface Row {
  speaker: string;
  text: string;
  /** Of the passage's own page. */
  href: string;
}

/** A passage in its context. The link is the publisher's; `archive` is where a saved copy may be, null where that is not switched on. */
export function writeReadingPage(read: PassageInContext, archive: string | null): string {
  const { before, passage, after, article, range, fingerprint } = read;
  const title = article.title ?? article.publisher ?? article.id;
  const quoted = {
    text: passage,
    citation: { articleId: article.id, ...range, text: passage },
    url: article.url,
    source: "",
    date: null,
  };
  const address = quotedAddress(quoted);
  const where = [article.publisher, article.author, showDate(article.publishedAt)].filter(Boolean).join(", ");
  const facts: [string, string | null][] = [
    ["Publisher", where === "" ? null : escapeMarkup(where)],
    ["Publisher's page", address === null ? null : link(address, new URL(address).host)],
    ["Saved copy", archive === null ? null : link(archive, URL.canParse(archive) ? new URL(archive).host : archive)],
    ["Read", `${showDate(article.firstSeenAt.slice(0, 10))}, text ${article.revision}`],
    ["Withdrawn by its publisher", article.withdrawnAt == null ? null : showDate(article.withdrawnAt.slice(0, 10))],
    ["Characters", `${range.start} to ${range.end}`],
    ["Fingerprint of the text (SHA-256)", fingerprint],
  ];
  const list = facts.flatMap(([name, value]) => (value === null ? [] : [`<dt>${name}</dt><dd>${value}</dd>`]));
  const around = (words: string) => (words === "" ? "" : `<span class="around">${escapeMarkup(words)}</span>`);
  const body = `<p>${[around(before), `<mark>${escapeMarkup(passage)}</mark>`, around(after)].filter(Boolean).join(" ")}</p>`;
  return page(title, [body, `<dl>${list.join("")}</dl>`]);
}

/** Where a member of the desk looks for a passage: a topic or a person, and what was said on it. */
export function writeSearchPage(about: string, rows: Row[]): string {
  const form = `<form method="get"><label>A topic or a person <input name="about" maxlength="300" value="${escapeMarkup(about)}"></label> <button>Look</button></form>`;
  const items = rows.map(
    ({ speaker, text, href }) =>
      `<li><b>${escapeMarkup(speaker)}</b> <a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a></li>`,
  );
  const found = rows.length > 0 ? `<ul>${items.join("")}</ul>` : about === "" ? "" : "<p>No quotation on this is stored.</p>";
  return page("Passages in their context", [form, found]);
}

function page(title: string, parts: string[]): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeMarkup(title)}</title><style>${STYLE}</style>`;
  return `<!doctype html>\n<html lang="en"><head>${head}</head><body><h1>${escapeMarkup(title)}</h1>${parts.join("\n")}</body></html>\n`;
}

function link(href: string, label: string): string {
  return `<a href="${escapeMarkup(href)}" rel="noreferrer">${escapeMarkup(label)}</a>`;
}
