import type { Commands } from "../../commands/create-commands.ts";
import { type Reader, readerAsker } from "../../commands/reads/answer-read.ts";
import { passageAddress } from "../../commands/reads/passage-address.ts";
import { passageInContext } from "../../commands/reads/passage-in-context.ts";
import type { VerbatimLimit } from "../../commands/reads/verbatim.ts";
import { AppError } from "../../domain/errors.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";
import type { AccessRecord } from "../../domain/workspace/access.ts";
import type { Access } from "../http/open-access.ts";
import { type Route, refuse, refuseOverLimit } from "../http/route.ts";
import { writeReadingPage, writeSearchPage } from "./write-reading-page.ts";

const PATH = /^\/feeds\/(att_[\w-]{1,200})\/passages$/;
const MAX_TOPIC = 300;
/** The page has a style of its own, and a form that leads to itself; it loads nothing. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
  "x-robots-tag": "noindex",
};

interface PassagesDeps {
  access: Access;
  commands: Pick<Commands, "answer">;
  articles: Pick<ArticleReader, "load">;
  verbatim: VerbatimLimit;
  /** The address of a saved copy, with {url} in it; null where it is not switched on. */
  archiveUrl: string | null;
}

/** The reading page: a passage in its context, for members of the desk where a publisher's page is gone or closed. */
export function createPassagesRoute(deps: PassagesDeps): Route {
  return (request, caller) => {
    const { pathname, searchParams } = new URL(request.url);
    const [, key] = PATH.exec(pathname) ?? [];
    if (key === undefined) return null;
    return answer(key);

    async function answer(key: string): Promise<Response> {
      if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Use GET.", { allow: "GET, HEAD" });
      const record = await deps.access.open(key, caller, ["passages"]);
      if (record instanceof Response) return record.status === 401 ? refuse(404, "There is nothing at this address.") : record;
      const resource = searchParams.get("resource");
      if (resource === null) return html(await search(record, (searchParams.get("about") ?? "").trim().slice(0, MAX_TOPIC)));
      return show(record, resource);
    }
  };

  async function show(record: AccessRecord, resource: string): Promise<Response> {
    try {
      const read = await passageInContext(deps, readerOf(record), resource);
      if (read === null) return refuse(404, "There is no such passage.");
      return html(writeReadingPage(read, archiveOf(read.article.url)));
    } catch (error) {
      if (error instanceof AppError && error.code === "over-limit") return refuseOverLimit(error);
      throw error;
    }
  }

  async function search(record: AccessRecord, about: string): Promise<string> {
    if (about === "") return writeSearchPage("", []);
    const reader = readerOf(record);
    const { data } = await deps.commands.answer(reader.workspaceId, { kind: "quotes", about }, readerAsker(reader));
    const budget = deps.verbatim.of(reader.userId);
    const quotes = (Array.isArray(data) ? data : []) as {
      articleId: string;
      start: number;
      end: number;
      text: string;
      speaker: { name: string } | null;
    }[];
    const rows = quotes.flatMap((quote) => {
      const shown = budget.quote(quote);
      if (shown === null) return [];
      const href = `?${new URLSearchParams({ resource: passageAddress(shown) })}`;
      return [{ speaker: quote.speaker?.name ?? "Speaker not named", text: shown.text, href }];
    });
    return writeSearchPage(about, rows);
  }

  function archiveOf(url: string | null): string | null {
    return url === null || deps.archiveUrl === null ? null : deps.archiveUrl.replace("{url}", () => encodeURI(url));
  }
}

/** Addresses that end are one person's, who may have another with a press: what they quote counts together. */
function readerOf({ workspaceId, id, expiresAt, createdBy }: AccessRecord): Reader {
  const isOwn = expiresAt !== null && createdBy !== null;
  return { workspaceId, userId: isOwn ? `reader:${workspaceId}:${createdBy}` : `token:${id}` };
}

function html(text: string): Response {
  return new Response(text, { headers: HEADERS });
}
