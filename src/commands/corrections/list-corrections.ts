import type { Asker, Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDate, showDateSpan } from "../../domain/chat/show-date.ts";
import { AppError } from "../../domain/errors.ts";
import type { CorrectionContent, CorrectionRecord, MeetingTrace, NameRuling } from "../../domain/evidence/correction.ts";
import { nameKey } from "../../domain/evidence/fold-name.ts";
import { composeTitle } from "../../extract/meetings/compose-title.ts";
import { undoCorrection } from "../../ingest/corrections/undo-correction.ts";
import { type CommandContext, cutPage, emptyPage, pageOf, reply } from "../command-context.ts";
import { pageBlocks, totalOf } from "../page-blocks.ts";
import { listDisputes } from "./decide-dispute.ts";

const MOST_NAMES = 20;
const QUOTE_CHARACTERS = 80;
/** The text's own quotation marks: the list sets its own. */
const OUTER_MARKS = /^["“„«]|["”“»]$/gu;

/** `/corrections`: what managers corrected, names included, by whom and when, newest first. */
export async function listCorrections(context: CommandContext, intent: Extract<Intent, { kind: "corrections" }>): Promise<Reply> {
  const { store, workspaceId, asker } = context;
  const { rows, more } = cutPage(await store.corrections.list(workspaceId, pageOf(intent.page)));
  const rulings = (intent.page ?? 1) === 1 ? await store.corrections.names(workspaceId, MOST_NAMES) : [];
  const names = await Promise.all(rulings.map((ruling) => withNames(context, ruling)));
  const items = [...rows.map((row) => correctionItem(row, asker)), ...names.map((ruling) => namesItem(ruling, asker))];
  const blocks: Block[] =
    items.length === 0 ? emptyPage(intent.page, "Nothing has been corrected here.") : [{ type: "list", items }];
  const total = await totalOf(intent.page, more, () => store.corrections.count(workspaceId));
  blocks.push(...pageBlocks({ intent, shown: rows.length, total, more, noun: "corrections" }));
  if ((intent.page ?? 1) === 1) blocks.unshift(...(await listDisputes(context)));
  if (rows.length > 0) blocks.push({ type: "footer", inlines: [text("To take one back, type /corrections undo and its id.")] });
  const data = [
    ...rows.map(({ id, content, article, setBy, setAt }) => ({
      id,
      kind: content.kind,
      what: whatOf(content),
      article,
      setBy,
      setAt,
    })),
    ...names.map(({ kind, key, otherKey, setBy, setAt }) => ({
      id: null,
      kind: `names-${kind}`,
      names: [key, otherKey],
      setBy,
      setAt,
    })),
  ];
  return reply({ title: "Corrections", audience: "asker", blocks, detail: [] }, data);
}

/** `/corrections undo`: what the articles were read to say holds again. */
export async function undoListed({ store, workspaceId }: CommandContext, id: string): Promise<Reply> {
  const keys = id.split(/[\s,]+/).flatMap((each) => /^c?(\d{1,9})$/i.exec(each)?.[1] ?? []);
  const [content] = await store.evidence.write(workspaceId, async (writer) => {
    const undone: (CorrectionContent | null)[] = [];
    for (const key of keys) undone.push(await undoCorrection(writer, Number(key)));
    return undone.filter((each) => each !== null);
  });
  if (content === undefined)
    throw new AppError("not-found", `There is no correction ${id.slice(0, 40)}. /corrections lists them with their ids.`);
  await store.forgetting.drafts();
  const sentence = `I took this back: ${whatOf(content)}. What I read in the articles holds again.`;
  const blocks: Block[] = [{ type: "paragraph", inlines: [text(sentence)] }];
  return reply({ title: "Correction undone", audience: "asker", blocks, detail: [] }, { undone: id });
}

function correctionItem({ id, content, article, setBy, setAt }: CorrectionRecord, asker: Asker): Inline[] {
  const where = article === null ? "" : ` (${article.title ?? article.id})`;
  return [text(id, "strong"), text(`: ${whatOf(content)}${where}; `), text(signature(asker, { setBy, setAt }), "soft")];
}

function namesItem({ kind, key, otherKey, setBy, setAt }: NameRuling, asker: Asker): Inline[] {
  const [what, undo] =
    kind === "same"
      ? [`${otherKey} is ${key}`, `/person split ${otherKey} from ${key}`]
      : [`${key} is not ${otherKey}`, `/person merge ${key} into ${otherKey}`];
  return [text("Names", "strong"), text(`: ${what}; ${undo} undoes that; `), text(signature(asker, { setBy, setAt }), "soft")];
}

/** The names of a rule as articles write them: it keeps them folded. */
async function withNames({ store, workspaceId }: CommandContext, ruling: NameRuling): Promise<NameRuling> {
  const nameOf = async (key: string) => {
    const [person] = await store.people.byName(workspaceId, key, 1);
    return [person?.name ?? key, ...(person?.aliases ?? [])].find((name) => nameKey(name) === key) ?? key;
  };
  return { ...ruling, key: await nameOf(ruling.key), otherKey: await nameOf(ruling.otherKey) };
}

function signature({ userId }: Asker, { setBy, setAt }: { setBy: string | null; setAt: string }): string {
  const who = setBy === null ? "somebody who was forgotten" : setBy === userId ? "you" : setBy;
  return `by ${who}, ${showDate(setAt) ?? setAt}`;
}

function whatOf(content: CorrectionContent): string {
  switch (content.kind) {
    case "speaker":
      return `“${cut(content.text.replace(OUTER_MARKS, ""))}” was said by ${content.name ?? "somebody not named"}, not by ${content.found.name ?? "somebody not named"}`;
    case "not-held":
      return `${meetingOf(content.traces[0])} did not take place`;
    case "date":
      return `${meetingOf(content.traces[0])} was on ${showDateSpan(content.date)}`;
    case "same-as":
      return `${meetingOf(content.traces[0])} is the same as ${meetingOf(otherOf(content.traces))}`;
    case "apart":
      return `${meetingOf(content.traces[0])} is a meeting of its own`;
    case "off-topic":
      return `the article is not on ${content.topic}`;
  }
}

/** The first trace of another day, place or kind than the first. */
function otherOf(traces: MeetingTrace[]): MeetingTrace | undefined {
  return traces.find((trace) => meetingOf(trace) !== meetingOf(traces[0])) ?? traces[0];
}

function meetingOf(trace: MeetingTrace | undefined): string {
  if (trace === undefined) return "a meeting";
  const day = trace.date === null ? "" : ` (${showDateSpan(trace.date)})`;
  return `${composeTitle(trace.kind, trace.participants, trace.place)}${day}`;
}

function cut(words: string): string {
  return words.length > QUOTE_CHARACTERS ? `${words.slice(0, QUOTE_CHARACTERS)}…` : words;
}
