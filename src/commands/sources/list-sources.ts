import { inLanguage } from "../../documents/blocks.ts";
import { sourceJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { RankedArticle } from "../../domain/sources/readers.ts";
import { findSources } from "../../evidence/find-sources.ts";
import { type CommandContext, cutPage, emptyPage, pageOf, reply, topicOf } from "../command-context.ts";
import { pageBlocks } from "../page-blocks.ts";

/** Of the articles on a topic so many are counted and paged through. */
const MOST = 500;
/** So many a program gets that names no page. */
const FIRST = 25;

/** The articles behind a briefing, newest first. */
export async function listSources(context: CommandContext, intent: Extract<Intent, { kind: "sources" }>): Promise<Reply> {
  const topic = await topicOf(context, intent.about);
  if (topic === null) throw new AppError("usage", "Name a topic to see its sources.");
  const articles = await findSources(context.store.articles, context.workspaceId, { topic, limit: MOST });
  const { limit, offset } = pageOf(intent.page);
  const { rows, more } = cutPage(articles.slice(offset, offset + limit));
  const total = articles.length < MOST ? articles.length : null;
  const none = emptyPage(intent.page, `There are no articles on ${topic.label}.`);
  const blocks: Block[] = [
    ...(rows.length === 0 ? none : [{ type: "list" as const, items: rows.map(sourceItem) }]),
    ...pageBlocks({ intent, shown: rows.length, total, more, noun: "sources" }),
  ];
  const data = intent.page === undefined ? articles.slice(0, FIRST) : rows;
  return reply({ title: `Sources: ${topic.label}`, audience: "asker", blocks, detail: [] }, data.map(sourceJson), topic.text);
}

function sourceItem(article: RankedArticle): Inline[] {
  const date = showDate(article.publishedAt);
  const { publisher, author, language } = article;
  // An agency is often named as both.
  const by = author === publisher ? null : author;
  const withdrawn = article.withdrawnAt == null ? null : `withdrawn by its publisher on ${showDate(article.withdrawnAt)}`;
  const where = [by, publisher, date, inLanguage(language), withdrawn].filter((part) => part !== null).join(", ");
  return [
    { type: "source", link: { label: article.title ?? article.url ?? article.id, url: article.url, citation: null } },
    text(where === "" ? "" : ` · ${where}`),
  ];
}
