import { optionsOf, TYPED_COMMANDS } from "../../commands/typed/typed-commands.ts";
import { DIGEST_ACTIONS, SOURCES_ACTIONS, TOPICS_ACTIONS, WATCH_ACTIONS } from "../../domain/chat/intent.ts";
import type { Session } from "./program.ts";

const ENDS = /^(?:\/|:)?(?:quit|exit|q|bye|logout)[.!]?$/i;

export function isEnd(text: string): boolean {
  return ENDS.test(text);
}

const MOST_SHOWN = 40;
/** What the words behind a command name. */
const NAMES: Record<string, ("topic" | "person")[]> = {
  briefing: ["topic"],
  meetings: ["topic", "person"],
  timeline: ["topic", "person"],
  upcoming: ["topic", "person"],
  quotes: ["person", "topic"],
  person: ["person"],
  digest: ["topic"],
  topics: ["topic"],
  watch: ["person"],
};
const ACTIONS: Record<string, readonly string[]> = {
  digest: DIGEST_ACTIONS,
  sources: SOURCES_ACTIONS,
  topics: TOPICS_ACTIONS,
  watch: WATCH_ACTIONS,
  person: ["merge", "split"],
  forget: ["me", "article"],
};

/** What Tab offers at the end of a line, and the part of the line that it would take the place of. */
export async function completionsOf(line: string, suggest: Session["suggest"]): Promise<[string[], string]> {
  const typed = /^(\/?)([a-z]*)$/i.exec(line);
  if (typed !== null) {
    const [, slash = "", name = ""] = typed;
    const names = [...Object.keys(TYPED_COMMANDS), "quit"].filter((command) => command.startsWith(name.toLowerCase()));
    return [names.sort().map((command) => `${slash}${command} `), line];
  }
  const [opening = "", command = ""] = /^\/?([a-z]+)\s/i.exec(line) ?? [];
  const rest = line.slice(opening.length).trimStart();
  const known = TYPED_COMMANDS[command.toLowerCase()];
  if (known === undefined) return [[], line];
  const option = /(?:^|\s)(--[a-z]*)$/i.exec(rest)?.[1];
  if (option !== undefined) {
    const options = optionsOf(known.takes).map((name) => `--${name} `);
    return [options.filter((name) => name.startsWith(option.toLowerCase())), option];
  }
  return namesFor(command.toLowerCase(), rest, suggest);
}

async function namesFor(command: string, rest: string, suggest: Session["suggest"]): Promise<[string[], string]> {
  const actions = ACTIONS[command] ?? [];
  const [, about = rest] = new RegExp(`^(?:${actions.join("|") || "$^"})\\s+(.*)$`, "is").exec(rest) ?? [];
  const offered =
    about === rest ? actions.filter((action) => action.startsWith(rest.toLowerCase())).map((each) => `${each} `) : [];
  for (const what of NAMES[command] ?? []) offered.push(...(await suggest({ what, typed: about, limit: MOST_SHOWN })));
  return [[...new Set(offered)].slice(0, MOST_SHOWN), about];
}
