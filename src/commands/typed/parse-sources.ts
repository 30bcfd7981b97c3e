import { type Intent, SOURCES_ACTIONS } from "../../domain/chat/intent.ts";

/** Chats turn two hyphens into a dash. */
const BACKFILL = /\s?(?:--|—|–)?\bbackfill$/i;
const SEARCH = /^(?:--|—|–)?search\b[:\s]*/i;

/** The marks around words that belong together; they are no part of what is searched for. */
const QUOTED = /^["“”„«'](.*)["“”»']$/;

/** The words behind "/sources": an action on what is followed, or a topic whose articles are listed. */
export function parseSources(words: string): Intent {
  const [first = "", ...others] = words.trim().split(" ");
  if (first === "") return { kind: "sources-manage", action: "list" };
  const typed = first.toLowerCase();
  const action = SOURCES_ACTIONS.find((known) => known === (typed === "rename" ? "name" : typed));
  if (action === undefined) return { kind: "sources", about: words.trim() };
  const rest = others.join(" ").trim();
  const target = action === "add" ? rest.replace(BACKFILL, "").replace(SEARCH, "").trim().replace(QUOTED, "$1").trim() : rest;
  const intent = { kind: "sources-manage" as const, action, target: target === "" ? undefined : target };
  return action === "add" && BACKFILL.test(rest) ? { ...intent, backfill: true } : intent;
}
