import { WATCH_ACTIONS, type WatchIntent } from "../../../domain/chat/intent.ts";
import { Unclear } from "../unclear.ts";

/** Words for actions that are called otherwise. */
const ALIASES: Readonly<Record<string, WatchIntent["action"]>> = { stop: "remove", delete: "remove", explain: "why" };

/** The words behind "/watch": an action, or at once what to watch for. */
export function parseWatch(words: string): WatchIntent {
  const [first = "", ...others] = words.trim().split(" ");
  const rest = others.join(" ").trim();
  if (first === "") return { kind: "watch", action: "list" };
  const action = WATCH_ACTIONS.find((known) => known === first.toLowerCase()) ?? ALIASES[first.toLowerCase()];
  if (action === undefined) return { kind: "watch", action: "add", target: words.trim() };
  if (action === "list") return { kind: "watch", action };
  if (rest !== "") return { kind: "watch", action, target: rest };
  if (action === "add") throw new Unclear("Say what to watch for as well, such as /watch add Jaishankar meets Hayashi.");
  return { kind: "watch", action };
}
