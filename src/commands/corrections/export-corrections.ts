import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { CorrectionRecord, MeetingTrace, NameRuling } from "../../domain/evidence/correction.ts";
import type { ArticleBody } from "../../domain/evidence/records.ts";
import { type CommandContext, reply } from "../command-context.ts";

const A_TIME = 200;
const MOST_NAMES = 1000;
/** Characters on each side of a quotation that stand in its example. */
const AROUND = 300;

/** `/corrections export`: what was read and what is right, as examples with labels, oldest first. */
export async function exportCorrections(context: CommandContext): Promise<Reply> {
  const examples: object[] = [];
  for await (const record of every(context)) examples.unshift(await exampleOf(context, record));
  for (const ruling of await context.store.corrections.names(context.workspaceId, MOST_NAMES))
    examples.push(namesExample(ruling));
  const content = examples.map((each) => `${JSON.stringify(each)}\n`).join("");
  const sentence =
    examples.length === 0
      ? "Nothing has been corrected here."
      : `The file has ${examples.length === 1 ? "1 correction" : `${examples.length} corrections`}, one on each line, with what was read and what is right.`;
  const files = examples.length === 0 ? [] : [{ name: "corrections.jsonl", mediaType: "application/jsonl", content }];
  return {
    ...reply({ title: "Corrections as examples", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] }, examples),
    files,
  };
}

/** Two names that a manager said are one person, or two: as they are compared. */
function namesExample({ kind, key, otherKey, setAt }: NameRuling): object {
  return {
    label: `names-${kind}`,
    setAt,
    articles: [],
    read: { names: [key, otherKey] },
    right: { samePerson: kind === "same" },
  };
}

async function* every({ store, workspaceId }: CommandContext): AsyncGenerator<CorrectionRecord> {
  for (let offset = 0; ; offset += A_TIME) {
    const records = await store.corrections.list(workspaceId, { limit: A_TIME, offset });
    yield* records;
    if (records.length < A_TIME) return;
  }
}

async function exampleOf({ store, workspaceId }: CommandContext, record: CorrectionRecord): Promise<object> {
  const { id, content, article, articleIds, setAt } = record;
  const bodies = await store.articles.load(workspaceId, article === null ? articleIds : [article.id]);
  const base = { id, label: content.kind, setAt, articles: bodies.map(sourceOf) };
  switch (content.kind) {
    case "speaker": {
      const { text: quote, found, name } = content;
      return {
        ...base,
        quote,
        passage: passageOf(bodies[0]?.text ?? "", quote),
        read: { speaker: found.name },
        right: { speaker: name },
      };
    }
    case "off-topic":
      return { ...base, read: { topic: content.topic }, right: { topic: null } };
    case "date":
      return { ...base, read: { meetings: content.traces.map(meetingOf) }, right: { date: content.date } };
    case "not-held":
    case "same-as":
    case "apart":
      return { ...base, read: { meetings: content.traces.map(meetingOf) }, right: { [content.kind]: true } };
  }
}

function sourceOf({ id, url, title, publishedAt }: ArticleBody): object {
  return { id, url, title, publishedAt };
}

function meetingOf({ kind, date, place, status, participants }: MeetingTrace): object {
  return { kind, date, place, status, participants: participants.map(({ name, country }) => ({ name, country })) };
}

/** Null if the article has another text now. */
function passageOf(body: string, quote: string): string | null {
  const at = body.indexOf(quote);
  return at < 0 ? null : body.slice(Math.max(0, at - AROUND), at + quote.length + AROUND);
}
