import { FEED_ACTIONS, FEED_KINDS, type FeedsIntent } from "../../../domain/chat/intent.ts";
import { Unclear } from "../unclear.ts";

/** Words for actions that are called otherwise. */
const ALIASES: Readonly<Record<string, FeedsIntent["action"]>> = {
  stop: "remove",
  revoke: "remove",
  delete: "remove",
  give: "add",
};
const KINDS: Readonly<Record<string, FeedsIntent["what"]>> = {
  calendars: "calendar",
  ics: "calendar",
  digests: "digest",
  passage: "passages",
};

/** The words behind "/feeds": an action and what it is on; a topic alone asks for its feed. */
export function parseFeeds(words: string): FeedsIntent {
  const { first, rest } = splitFirst(words.trim());
  if (first === "") return { kind: "feeds", action: "list" };
  const action = FEED_ACTIONS.find((known) => known === first.toLowerCase()) ?? ALIASES[first.toLowerCase()];
  if (action === undefined) return parseAdd(words.trim());
  if (action === "list") return { kind: "feeds", action };
  if (action === "add") return parseAdd(rest);
  if (rest === "") throw new Unclear("Say which address to remove, by its id: /feeds list shows them.", ["list"]);
  return { kind: "feeds", action, target: rest };
}

function parseAdd(words: string): FeedsIntent {
  const { first, rest } = splitFirst(words);
  const what = FEED_KINDS.find((known) => known === first.toLowerCase()) ?? KINDS[first.toLowerCase()];
  const topic = what === undefined ? words : rest.replace(/^(?:of|on|for|about) /i, "");
  return { kind: "feeds", action: "add", what: what ?? "feed", ...(topic === "" ? {} : { topic }) };
}

function splitFirst(words: string): { first: string; rest: string } {
  const [first = "", ...others] = words.split(" ");
  return { first, rest: others.join(" ").trim() };
}
