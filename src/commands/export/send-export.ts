import type { Exported } from "../../documents/export/exported.ts";
import { writeHtml } from "../../documents/export/write-html.ts";
import { writeMarkdown } from "../../documents/export/write-markdown.ts";
import type { Reply, ReplyFile } from "../../domain/chat/chat.ts";
import { type Action, type Block, paragraph, text } from "../../domain/chat/document.ts";
import { EXPORT_FORMATS, type ExportIntent, type Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { readerAsker } from "../reads/answer-read.ts";
import { verbatimPerAnswer } from "../reads/verbatim.ts";
import { exportDocument } from "./export-document.ts";

type Format = ExportIntent["format"];

interface FileFormat {
  label: string;
  mediaType: string;
  write(exported: Exported): string | Promise<Uint8Array>;
}

const FORMATS: Record<Format, FileFormat> = {
  docx: {
    label: "Word",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    // What zips is loaded when somebody wants a file of it.
    write: async (exported) => (await import("../../documents/export/write-docx.ts")).writeDocx(exported),
  },
  html: { label: "HTML", mediaType: "text/html", write: writeHtml },
  md: { label: "Markdown", mediaType: "text/markdown", write: writeMarkdown },
};
const MAX_NAME = 60;

/** `/export`: a briefing, a dossier, a timeline or the week's digest as a file for whoever asks, and for nobody else. */
export async function sendExport(
  context: CommandContext,
  intent: ExportIntent,
  answer: (context: CommandContext, intent: Intent) => Promise<Reply>,
): Promise<Reply> {
  const { asker, workspaceId, store, clock, verbatimWords } = context;
  const { what, about, format } = intent;
  if (asker.platform === "terminal")
    throw new AppError("usage", `In a terminal: attache export ${what} ${about} --format ${format} --out FILE.`);
  const reader = { workspaceId, userId: asker.userId };
  const commands = { answer: (_: string, asked: Intent) => answer({ ...context, asker: readerAsker(reader) }, asked) };
  const deps = { commands, articles: store.articles, verbatim: verbatimPerAnswer(verbatimWords), clock };
  const exported = await exportDocument(deps, reader, intent);
  const { mediaType, write } = FORMATS[format];
  const file = { name: fileName(intent), mediaType, ...contentOf(await write(exported)) };
  const others = EXPORT_FORMATS.filter((each) => each !== format);
  const actions = others.map((each): Action => ({ label: `As ${FORMATS[each].label}`, intent: { ...intent, format: each } }));
  const blocks: Block[] = [paragraph(...whereIs(context, file.name)), { type: "actions", actions }];
  const document = { title: exported.title, audience: "asker" as const, blocks, detail: [] };
  return { ...reply(document, { name: file.name, mediaType }), files: [file] };
}

function whereIs({ asker }: CommandContext, name: string) {
  const isElsewhere = asker.platform === "slack" && asker.isDirect !== true;
  const where = isElsewhere ? "It is in your direct messages with me, where only you see it." : "Only you see it.";
  return [text(name, "strong"), text(` holds this with the passages as footnotes. ${where}`)];
}

function contentOf(written: string | Uint8Array): Pick<ReplyFile, "content" | "encoding"> {
  if (typeof written === "string") return { content: written };
  return { content: Buffer.from(written).toString("base64"), encoding: "base64" };
}

/** In letters and digits of any script, as both platforms show names. */
function fileName({ what, about, format }: ExportIntent): string {
  const words = about.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `${[what, ...words].join("-").slice(0, MAX_NAME)}.${format}`;
}
