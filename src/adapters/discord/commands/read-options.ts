import type { Moment } from "../../../commands/typed/bounds.ts";
import { readCommand } from "../../../commands/typed/read-command.ts";
import { DIGEST_ACTIONS, type Intent, SOURCES_ACTIONS } from "../../../domain/chat/intent.ts";
import type { Reach } from "../../../domain/digests/reach.ts";
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

/**
 * A filled-in command as an intent. What is typed into a field is read as a line is: people type "nato since monday" into the topic's.
 * What lacks what it needs gets the help, which shows how to ask.
 */
export function readOptions(filled: FilledIn, moment: Moment): Intent {
  const { command, options } = filled;
  switch (command) {
    case "briefing":
    case "timeline":
      return withTopic(options.get("topic"), () => readCommand(command, lineOf(options, "topic"), moment));
    case "meetings":
    case "upcoming":
    case "quotes":
      return readCommand(command, lineOf(options, "about"), moment);
    case "person":
      return readPerson(filled, moment);
    case "digest":
      return readDigest(filled, moment);
    case "watch":
      return readWatch(filled, moment);
    case "sources":
      return readSources(filled, moment);
    case "ask":
      return withTopic(options.get("question"), (question) => readCommand(command, question, moment));
    case "attache":
      return readAttache(filled, moment);
    default:
      return { kind: "help" };
  }
}

/** The fields as a line: the first as it is, the others as options, each with its value in quotation marks; a switch is on or absent. */
function lineOf(options: FilledIn["options"], first: string): string {
  const given = [...options].filter(([name, value]) => name !== first && value !== "false");
  // Who sees the answer stands at the end of a line.
  const others = [...given.filter(([name]) => !AUDIENCES.has(name)), ...given.filter(([name]) => AUDIENCES.has(name))];
  const shown = others.map(([name, value]) => (value === "true" ? `--${name}` : `--${name} "${value.replaceAll('"', "")}"`));
  return [options.get(first) ?? "", ...shown].join(" ");
}

const AUDIENCES: ReadonlySet<string> = new Set(["share", "private"]);

function withTopic(typed: string | undefined, make: (typed: string) => Intent): Intent {
  return typed === undefined ? { kind: "help" } : make(typed);
}

function readPerson({ subcommand, options }: FilledIn, moment: Moment): Intent {
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
  return withTopic(name, () => readCommand("person", lineOf(options, "name"), moment));
}

function readDigest({ subcommand, options }: FilledIn, moment: Moment): Intent {
  const action = DIGEST_ACTIONS.find((known) => known === subcommand);
  if (action === undefined) return { kind: "help" };
  const topic = action === "list" && options.get("everywhere") === "true" ? "all" : options.get("topic");
  const typed = readCommand("digest", `${action} ${topic ?? ""}`, moment);
  if (action !== "follow" || typed.kind !== "digest") return typed;
  const [time, days, zone, quiet] = ["time", "days", "timezone", "quiet"].map((name) => options.get(name));
  const fields = [time && `at ${time}`, days && `on ${days}`, zone, quiet === "true" ? "silent" : undefined];
  const words = [typed.schedule, ...fields].filter(Boolean);
  const reached = reachOf(options);
  return {
    ...typed,
    ...(words.length === 0 ? {} : { schedule: words.join(" ") }),
    ...(reached === null ? {} : { reach: reached }),
  };
}

/** Null where nothing was said of it: what was said before stays. */
function reachOf(options: FilledIn["options"]): Reach | null {
  const [pings, published] = [options.get("ping"), options.get("publish")];
  if (pings === undefined && published === undefined) return null;
  return { ...(pings === undefined ? {} : { pings }), ...(published === "true" ? { isPublished: true } : {}) };
}

function readWatch({ subcommand, options }: FilledIn, moment: Moment): Intent {
  const [what, id, quiet, reminder] = ["what", "watch", "quiet", "reminder"].map((name) => options.get(name));
  if (subcommand !== "add") return readCommand("watch", [subcommand, id].filter(Boolean).join(" "), moment);
  const how = [quiet && `quiet ${quiet}`, reminder && `remind ${reminder} before`, options.get("direct") === "true" && "by dm"];
  return readCommand("watch", `add ${[what, ...how].filter(Boolean).join(", ")}`, moment);
}

function readSources({ subcommand, options }: FilledIn, moment: Moment): Intent {
  const action = SOURCES_ACTIONS.find((known) => known === subcommand);
  if (action === undefined) return { kind: "help" };
  const outlet = options.get("outlet");
  const named = outlet === undefined ? undefined : `as ${outlet}`;
  const words = [action, options.get("source"), named, options.get("backfill") === "true" ? "--backfill" : undefined];
  return readCommand("sources", words.filter((each) => each !== undefined).join(" "), moment);
}

function readAttache({ subcommand, options }: FilledIn, moment: Moment): Intent {
  if (subcommand === "correct") return withTopic(options.get("what"), (what) => readCommand("correct", what, moment));
  if (subcommand === "corrections") return readCorrections(options, moment);
  if (subcommand === "topics") return readTopics(options, moment);
  if (subcommand === "feeds") return readCommand("feeds", options.get("what") ?? "", moment);
  if (subcommand === "export") return withTopic(options.get("what"), (what) => readCommand("export", what, moment));
  if (subcommand === "status") return { kind: "status" };
  if (subcommand === "stories") return { kind: "stories" };
  if (subcommand === "check") return withTopic(options.get("sentence"), (sentence) => ({ kind: "check", sentence }));
  if (subcommand === "changes") return withTopic(options.get("article"), (articleId) => ({ kind: "changes", articleId }));
  if (subcommand === "settings") return { kind: "settings" };
  if (subcommand === "set") return { kind: "settings", name: options.get("setting") ?? "", value: options.get("who") ?? "" };
  if (subcommand === "forget") return withTopic(options.get("what"), (what) => ({ kind: "forget", what }));
  return { kind: "help" };
}

/** A name without an action is shown, a name with members is saved. */
function readTopics(options: FilledIn["options"], moment: Moment): Intent {
  const [action, topic, members] = [options.get("action"), options.get("topic"), options.get("members")];
  const words = [action, topic, members && `= ${members}`].filter(Boolean);
  return readCommand("topics", words.join(" "), moment);
}

function readCorrections(options: FilledIn["options"], moment: Moment): Intent {
  const page = options.get("page");
  if (options.get("export") === "yes") return { kind: "corrections", export: true };
  const action = ["undo", "accept", "decline"].find((each) => (options.get(each) ?? "") !== "");
  const words = [action && `${action} ${options.get(action)}`, page && `--page "${page.replaceAll('"', "")}"`].filter(Boolean);
  return readCommand("corrections", words.join(" "), moment);
}
