import { parseSources } from "../../../commands/typed/parse-sources.ts";
import { DIGEST_ACTIONS, type Intent, SOURCES_ACTIONS } from "../../../domain/chat/intent.ts";
import type { CommandOption } from "./schema.ts";

/** A command as it was filled in: the subcommand where there is one, and what was typed into each option. */
export interface FilledIn {
  command: string;
  subcommand: string | null;
  /** White space is one space; an option that was left empty is not there. */
  options: ReadonlyMap<string, string>;
}

type Option = CommandOption & { options?: CommandOption[] | undefined };

export function filledIn(command: string, options: readonly Option[]): FilledIn {
  const [first] = options;
  // A subcommand has no value of its own.
  const isSubcommand = first !== undefined && first.value === undefined;
  const given = new Map<string, string>();
  for (const { name, value } of isSubcommand ? (first.options ?? []) : options) {
    const words = String(value ?? "")
      .replace(/\s+/g, " ")
      .trim();
    if (words !== "") given.set(name, words);
  }
  return { command, subcommand: isSubcommand ? first.name : null, options: given };
}

/** A filled-in command as an intent. What lacks what it needs gets the help, which shows how to ask. */
export function readOptions(filled: FilledIn): Intent {
  const { options } = filled;
  switch (filled.command) {
    case "briefing":
      return withTopic(options.get("topic"), (topic) => ({ kind: "briefing", topic, since: options.get("since") }));
    case "meetings":
      return { kind: "meetings", about: options.get("about"), from: options.get("from"), to: options.get("to") };
    case "person":
      return readPerson(filled);
    case "quotes":
      return { kind: "quotes", about: options.get("about") };
    case "digest":
      return readDigest(filled);
    case "sources":
      return readSources(filled);
    case "ask":
      return withTopic(options.get("question"), (question) => ({ kind: "ask", question }));
    case "attache":
      return readAttache(filled);
    default:
      return { kind: "help" };
  }
}

function withTopic(typed: string | undefined, make: (typed: string) => Intent): Intent {
  return typed === undefined ? { kind: "help" } : make(typed);
}

function readPerson({ subcommand, options }: FilledIn): Intent {
  const name = options.get("name");
  if (subcommand === "list") return { kind: "people" };
  if (subcommand === "merge") {
    const keep = options.get("into");
    return name === undefined || keep === undefined ? { kind: "help" } : { kind: "merge-people", keep, merge: name };
  }
  if (subcommand === "split") {
    const alias = options.get("alias");
    return name === undefined || alias === undefined ? { kind: "help" } : { kind: "split-person", name, alias };
  }
  return withTopic(name, (known) => ({ kind: "person", name: known }));
}

function readDigest({ subcommand, options }: FilledIn): Intent {
  const action = DIGEST_ACTIONS.find((known) => known === subcommand);
  if (action === undefined) return { kind: "help" };
  const topic = options.get("topic");
  if (action !== "follow") return { kind: "digest", action, topic };
  const [time, days, zone, quiet] = ["time", "days", "timezone", "quiet"].map((name) => options.get(name));
  const words = [time && `at ${time}`, days && `on ${days}`, zone, quiet === "true" ? "silent" : undefined].filter(Boolean);
  return { kind: "digest", action, topic, schedule: words.length === 0 ? undefined : words.join(" ") };
}

function readSources({ subcommand, options }: FilledIn): Intent {
  const action = SOURCES_ACTIONS.find((known) => known === subcommand);
  if (action === undefined) return { kind: "help" };
  const words = [action, options.get("source"), options.get("backfill") === "true" ? "--backfill" : undefined];
  return parseSources(words.filter((each) => each !== undefined).join(" "));
}

function readAttache({ subcommand, options }: FilledIn): Intent {
  if (subcommand === "status") return { kind: "status" };
  if (subcommand === "stories") return { kind: "stories" };
  if (subcommand === "changes") return withTopic(options.get("article"), (articleId) => ({ kind: "changes", articleId }));
  if (subcommand === "settings") return { kind: "settings" };
  if (subcommand === "set") return { kind: "settings", name: options.get("setting") ?? "", value: options.get("who") ?? "" };
  if (subcommand === "forget") return withTopic(options.get("what"), (what) => ({ kind: "forget", what }));
  return { kind: "help" };
}
