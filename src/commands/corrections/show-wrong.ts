import type { Reply } from "../../domain/chat/chat.ts";
import type { NamedSubject } from "../../domain/chat/dispute.ts";
import { type Block, paragraph, text } from "../../domain/chat/document.ts";
import type { WrongIntent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { labelOf } from "./describe-dispute.ts";

/** What the form offers, in the data; and for a front without one, what can be typed instead. */
export async function showWrong({ store, workspaceId }: CommandContext, { items, topic }: WrongIntent): Promise<Reply> {
  const named = (await store.disputes.named(workspaceId, items)).map((each) => ({ ...each, label: labelOf(each) }));
  if (named.length === 0) throw new AppError("not-found", "What that message showed is not stored any more. Ask again.");
  const blocks: Block[] = [
    paragraph(text("Type what is right in place of the dots:")),
    { type: "list", items: named.map((each) => [text(`${lineOf(each)} `, "strong"), text(each.label)]) },
  ];
  const data = { items: named.map(({ what, id, label }) => ({ what, id, label })), topic };
  return reply({ title: "What is wrong?", audience: "asker", blocks, detail: [] }, data);
}

function lineOf({ what, id, words, target }: NamedSubject): string {
  if (what === "quote") return `/correct quote ${id} speaker …`;
  if (what === "meeting") return `/correct meeting ${id} not-held (or date …, same-as …)`;
  if (what === "article") return `/correct article ${target} off-topic …`;
  return `/person merge ${words} into …`;
}
