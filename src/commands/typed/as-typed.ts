import type { Platform } from "../../domain/chat/chat.ts";
import type { Block, Document, Inline } from "../../domain/chat/document.ts";

/** Where a person types: in a chat, at the prompt ("terminal") or on a shell's command line. */
export type Front = Platform | "shell";

/** Commands that each front types in a way of its own; the others are the same at the prompt and in chats. */
const ELSEWHERE: Partial<Record<Front, Readonly<Record<string, string>>>> = {
  slack: ofItsOwn({ people: "/attache people" }),
  discord: ofItsOwn({ people: "/person list" }),
};
const COMMAND =
  /(?<![\p{L}\p{N}./:"“])\/(attache|help|briefing|meetings|timeline|upcoming|person|people|quotes|digest|sources|stories|ask|check|changes|corrections|correct|topics|watch|feeds|export|status)(?![\p{L}\p{N}/-]|\.[\p{L}\p{N}])/gu;

/**
 * A sentence of ours with its commands as they are typed on a front: "/people" is "/attache people" in Slack, "/person list" in Discord
 * and "attache people" in a shell. Not for an article's words.
 */
export function asTyped(sentence: string, front: Front): string {
  if (front === "terminal") return sentence;
  return sentence.replace(COMMAND, (typed, name: string) => {
    if (front === "shell") return name === "attache" ? "attache" : `attache ${name}`;
    return ELSEWHERE[front]?.[name] ?? typed;
  });
}

/** In a chat these are typed behind the bot's own command. */
function ofItsOwn(people: { people: string }): Readonly<Record<string, string>> {
  const names = ["help", "stories", "check", "changes", "correct", "corrections", "topics", "feeds", "export", "status"].map(
    (name) => [name, `/attache ${name}`] as const,
  );
  return { ...Object.fromEntries(names), ...people };
}

/** A document of ours with its commands as they are typed where it is shown; what stands beside a source is an article's. */
export function typedOn(document: Document, platform: Platform): Document {
  if (platform === "terminal") return document;
  const inlines = (given: Inline[]): Inline[] =>
    isOurs(given) ? given.map((each) => (each.type === "text" ? { ...each, text: asTyped(each.text, platform) } : each)) : given;
  const block = (given: Block): Block => {
    if (given.type === "paragraph" || given.type === "footer") return { ...given, inlines: inlines(given.inlines) };
    if (given.type === "list") return { ...given, items: given.items.map(inlines) };
    return given.type === "notice" ? { ...given, text: asTyped(given.text, platform) } : given;
  };
  return { ...document, blocks: document.blocks.map(block), detail: document.detail.map(block) };
}

/** An article's words stand beside a link to them: what has none is a sentence of ours. */
export function isOurs(inlines: readonly Inline[]): boolean {
  return inlines.every(({ type }) => type === "text" || type === "instant");
}
