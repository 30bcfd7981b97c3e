import { z } from "zod";
import type { Block, Document, Inline } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { Answering } from "./answer-read.ts";
import { type Reader, readerAsker } from "./answer-read.ts";

export interface WriteDeps {
  commands: Answering;
}

/** A change that a program may make where the server was started for that, and its key allows it. */
export interface Write {
  name: string;
  title: string;
  description: string;
  args: z.ZodObject;
  intentOf(given: unknown): Intent;
}

const MAX_ADDRESS = 2000;
const MAX_WORDS = 300;

const source = z.strictObject({
  address: z.string().trim().min(1).max(MAX_ADDRESS).describe("The address of a feed, a site or a page"),
});
const topic = z.strictObject({
  name: z.string().trim().min(1).max(MAX_WORDS).describe("What the topic is called"),
  definition: z.string().trim().min(1).max(MAX_WORDS).describe("What belongs to it: India, Japan, not cricket"),
});

export const WRITES: readonly Write[] = [
  {
    name: "add_source",
    title: "Follow a source",
    description: "Follows a feed, a site or a page in this workspace. Its articles are read at the next poll.",
    args: source,
    intentOf: (given) => ({ kind: "sources-manage", action: "add", target: source.parse(given).address }),
  },
  {
    name: "save_topic",
    title: "Save a topic",
    description: "Saves a topic of this workspace under a name, in the words in which a person would type it.",
    args: topic,
    intentOf: (given) => ({ kind: "topics", action: "add", ...topic.parse(given) }),
  },
];

/** What was done, in the command's words. Throws an AppError ("usage") in one sentence. */
export async function answerWrite({ commands }: WriteDeps, reader: Reader, { write, given }: { write: Write; given: unknown }) {
  const parsed = write.args.safeParse(given ?? {});
  if (!parsed.success)
    throw new AppError("usage", `${write.name} does not take that: ${parsed.error.issues[0]?.message ?? "it is not valid"}.`);
  const asker = { ...readerAsker(reader), isManager: true };
  const reply = await commands.answer(reader.workspaceId, write.intentOf(parsed.data), asker);
  return { done: sayDocument(reply.document), data: reply.data };
}

/** A document's title and paragraphs as one text. */
function sayDocument({ title, blocks }: Document): string {
  return [title, ...blocks.flatMap(wordsOf)].join(". ");
}

function wordsOf(block: Block): string[] {
  return block.type === "paragraph" ? [block.inlines.map(wordOf).join("")] : block.type === "notice" ? [block.text] : [];
}

function wordOf(inline: Inline): string {
  return inline.type === "text" ? inline.text : inline.type === "source" ? inline.link.label : "";
}
