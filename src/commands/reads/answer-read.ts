import type { Asker, Reply } from "../../domain/chat/chat.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { ArticleHead } from "../../domain/evidence/records.ts";
import type { ArticleReader } from "../../domain/sources/readers.ts";
import { articleIdsIn, markPassages } from "./mark-passages.ts";
import type { NOT_HELD, ReadResult } from "./read-result.ts";
import type { Read } from "./reads.ts";
import type { VerbatimLimit } from "./verbatim.ts";

/** What answers intents: all commands, whoever wires them. */
export interface Answering {
  answer(workspaceId: string, intent: Intent, asker: Asker): Promise<Reply>;
}

export interface ReadDeps {
  commands: Answering;
  articles: Pick<ArticleReader, "load">;
  verbatim: VerbatimLimit;
}

/** Who reads: a workspace, and a name by which the program is told from others. */
export interface Reader {
  workspaceId: string;
  userId: string;
}

/** Days of a timeline on a page. */
const DAYS = 24;
const MOST_ARTICLES = 200;
/** So many are looked through for a meeting that took place. */
const MOST_PAGES = 50;

/** What a program gets for a question that it asks by a command's name. Throws an AppError ("usage", "not-found") in one sentence. */
export async function answerRead(
  deps: ReadDeps,
  reader: Reader,
  { read, given }: { read: Read; given: unknown },
): Promise<ReadResult> {
  const intent = intentOf(read, given);
  const asked = pageOf(read, given);
  const reply = await deps.commands.answer(reader.workspaceId, intent, readerAsker(reader));
  const rows = await listed(reply.data);
  const { data, page } = cut(read, rows, { asked, more: hasMore(reply, asked) });
  const told = await cite(deps, reader, data);
  // Of all that was found: neither a limit of words nor a page's end makes it "not said".
  const why = whyNot(read, rows) === null ? null : await whyNotOnAnyPage(deps, reader, { read, given, rows, page });
  return { held: why === null, why, sentence: sentenceOf(why, told), ...told, page };
}

/** A command's answer with all that it cites, its title, and what it says first of itself: what a document is made of. */
export async function answerIntent(
  deps: ReadDeps,
  reader: Reader,
  intent: Intent,
): Promise<{ title: string; notice: string | null; result: Pick<ReadResult, "data" | "articles"> }> {
  const reply = await deps.commands.answer(reader.workspaceId, intent, readerAsker(reader));
  const { title, blocks } = reply.document;
  const [first] = blocks;
  return {
    title,
    notice: first?.type === "notice" ? first.text : null,
    result: await cite(deps, reader, await listed(reply.data)),
  };
}

/** A command's JSON within the limit of words, with the articles that it cites. */
async function cite(
  { articles: reading, verbatim }: ReadDeps,
  { workspaceId, userId }: Reader,
  data: unknown,
): Promise<Pick<ReadResult, "data" | "articles" | "shortened">> {
  const articles = await reading.load(workspaceId, articleIdsIn(data).slice(0, MOST_ARTICLES));
  const addresses = new Map(articles.map(({ id, url }) => [id, url]));
  const marked = markPassages(data, { addresses, verbatim: verbatim.of(userId) });
  return { data: marked.data, articles: articles.map(articleJson), shortened: marked.isShortened };
}

/** Takes no part in any conversation, manages nothing, and is in no channel. */
export function readerAsker({ workspaceId, userId }: Reader): Asker {
  const nobody = { threadId: null, isManager: false, isMember: false };
  return { platform: "terminal", workspaceId, channelId: "program", userId, timeZone: "UTC", ...nobody };
}

function intentOf(read: Read, given: unknown): Intent {
  const parsed = read.args.safeParse(given ?? {});
  if (parsed.success) return read.intentOf(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new AppError(
    "usage",
    `${read.name} does not take that${where === "" ? "" : ` ${where}`}: ${issue?.message ?? "it is not valid"}.`,
  );
}

async function listed(data: Reply["data"]): Promise<object | object[]> {
  if (!(Symbol.asyncIterator in data)) return data;
  const rows: object[] = [];
  for await (const row of data) rows.push(row);
  return rows;
}

function pageOf({ args }: Read, given: unknown): number | null {
  if (!("page" in args.shape)) return null;
  const { page } = (given ?? {}) as { page?: unknown };
  return typeof page === "number" ? page : 1;
}

/** Whether the reply has a button to its next page. */
function hasMore({ document }: Reply, page: number | null): boolean {
  const actions = document.blocks.flatMap((block) => (block.type === "actions" ? block.actions : []));
  return page !== null && actions.some(({ intent }) => "page" in intent && intent.page === page + 1);
}

function cut(
  { name }: Read,
  data: object | object[],
  { asked, more }: { asked: number | null; more: boolean },
): { data: unknown; page: ReadResult["page"] } {
  if (asked === null) return { data, page: null };
  if (name !== "timeline" || !Array.isArray(data)) return { data, page: { number: asked, more } };
  const behind = asked * DAYS;
  return { data: data.slice(behind - DAYS, behind), page: { number: asked, more: data.length > behind } };
}

function sentenceOf(why: ReadResult["why"], { data, shortened }: Pick<ReadResult, "data" | "shortened">): string {
  const sentence = SENTENCES[why ?? (isNothing(data) ? "elsewhere" : "held")];
  return shortened ? `${sentence} ${OVER_LIMIT}` : sentence;
}

const OVER_LIMIT = "What is over the limit of words of one article is left out: open the publisher's page for it.";
const SENTENCES = {
  held: "The stored articles say this; the passages stand with it.",
  elsewhere: "The stored articles say this; nothing of it stands on this page.",
  planned: "It is only planned: nothing here says that it took place.",
  cancelled: "It was cancelled: no stored article says that it took place.",
  "not-said": "The stored articles do not say this.",
} as const;

interface Listed {
  read: Read;
  given: unknown;
  /** What stands on the page that was asked for; of a timeline all of it. */
  rows: object | object[];
  page: ReadResult["page"];
}

/** A page of plans, or one behind the last, does not say that nothing took place: the list's other pages count too. */
async function whyNotOnAnyPage(
  { commands }: ReadDeps,
  reader: Reader,
  { read, given, rows, page }: Listed,
): Promise<ReadResult["why"]> {
  if (page === null || !Array.isArray(rows) || read.name === "timeline") return whyNot(read, rows);
  const all = [...rows];
  let more = true;
  for (let number = 1; more && number <= MOST_PAGES; number += 1) {
    if (number === page.number) {
      more = page.more;
      continue;
    }
    const reply = await commands.answer(
      reader.workspaceId,
      intentOf(read, { ...(given as object), page: number }),
      readerAsker(reader),
    );
    all.push(...[await listed(reply.data)].flat());
    if (whyNot(read, all) === null) return null;
    more = hasMore(reply, number);
  }
  return whyNot(read, all);
}

/** Whether anything is held, by the shape of each command's JSON; null if it is. */
function whyNot({ name }: Read, data: unknown): (typeof NOT_HELD)[number] | null {
  const fields = (Array.isArray(data) ? {} : data) as Record<string, unknown>;
  switch (name) {
    case "meetings":
    case "timeline":
      return whyNoneOf(Array.isArray(data) ? data : []);
    case "quotes":
    case "stories":
    case "sources":
      return Array.isArray(data) && data.length > 0 ? null : "not-said";
    case "briefing":
      return isFilled(fields["summary"]) ? null : "not-said";
    case "person":
      return typeof fields["id"] === "string" ? null : "not-said";
    case "ask":
      return askedWhy(fields);
    case "check":
      return fields["kept"] === true ? null : "not-said";
  }
}

/** Of meetings, or of a timeline's days, of which none took place. */
function whyNoneOf(rows: unknown[]): (typeof NOT_HELD)[number] | null {
  const states = rows.map((row) => (row as { status?: unknown }).status);
  if (states.length === 0) return "not-said";
  if (states.every((state) => state === "cancelled")) return "cancelled";
  return states.every((state) => state === "planned" || state === "cancelled") ? "planned" : null;
}

/** An answer out of summaries, where a question asked for news, is a briefing. */
function askedWhy(fields: Record<string, unknown>): (typeof NOT_HELD)[number] | null {
  if (isFilled(fields["summary"])) return null;
  const { status } = fields;
  if (status === "planned" || status === "cancelled") return status;
  return typeof fields["answer"] === "string" && isFilled(fields["citations"]) ? null : "not-said";
}

/** A page behind the last, or one of which nothing may be quoted any more. */
function isNothing(data: unknown): boolean {
  return Array.isArray(data) && data.length === 0;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function articleJson(article: ArticleHead): ReadResult["articles"][number] {
  const { id, url, title, publisher, publishedAt, language, firstSeenAt, revision, withdrawnAt = null } = article;
  return { id, url, title, publisher, publishedAt, language, readAt: firstSeenAt, revision, withdrawnAt };
}
