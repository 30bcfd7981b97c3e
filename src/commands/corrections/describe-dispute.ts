import type { Dispute, NamedSubject } from "../../domain/chat/dispute.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import type { CommandContext } from "../command-context.ts";
import { readTypedDate } from "../typed/read-typed-date.ts";

/** So much of a quotation tells which is meant. A choice's words are cut there by Slack. */
const LABEL_CHARACTERS = 75;
const OUTER_MARKS = /^["“„«]|["”“»]$/gu;

/** What is named, as a choice in a form. */
export function labelOf({ what, words, by, day }: NamedSubject): string {
  if (what === "quote") return cut(`${by ?? "Not named"}: ${bare(words)}`);
  if (what === "article")
    return cut([words === "" ? "An article" : words, showDate(day)].filter((part) => part !== null).join(", "));
  return cut([what === "meeting" ? showDate(day) : null, words].filter((part) => part !== null).join(", "));
}

/** What somebody says is wrong, as a sentence without its full stop. Null if what they mean is not stored any more. */
export async function describeDispute({ store, workspaceId, clock }: CommandContext, dispute: Dispute): Promise<string | null> {
  const { what, id, reason, value } = dispute;
  const others = what === "meeting" && reason === "same-as" ? [{ what, id: value }] : [];
  const [subject, other] = await store.disputes.named(workspaceId, [{ what, id }, ...others]);
  if (subject === undefined || subject.id !== id) return null;
  return `${nameOf(subject)} ${saidOf(dispute, other === undefined ? value : nameOf(other), clock.now())}`;
}

function nameOf({ what, words, day }: NamedSubject): string {
  if (what === "quote" || (what === "article" && words !== "")) return `“${cut(bare(words))}”`;
  if (what === "article") return `The article of ${showDate(day)}`;
  const shown = what === "meeting" ? showDate(day) : null;
  return shown === null ? words : `${words} (${shown})`;
}

function saidOf({ reason, value }: Dispute, other: string, nowMs: number): string {
  switch (reason) {
    case "speaker":
      return `was said by ${value}`;
    case "not-held":
      return "did not take place";
    case "date":
      return `was on ${dayOf(value, nowMs)}`;
    case "same-as":
      return `is the same as ${other}`;
    case "off-topic":
      return `is not on ${value}`;
  }
}

/** A date that cannot be read stays as it was typed. */
function dayOf(value: string, nowMs: number): string {
  try {
    return showDate(readTypedDate(value, "the date", nowMs) ?? null) ?? value;
  } catch {
    return value;
  }
}

function bare(words: string): string {
  return words.replace(/\s+/g, " ").replace(OUTER_MARKS, "");
}

function cut(words: string): string {
  return words.length > LABEL_CHARACTERS ? `${words.slice(0, LABEL_CHARACTERS - 1)}…` : words;
}
