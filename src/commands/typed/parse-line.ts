import { distance } from "fastest-levenshtein";
import { DIGEST_ACTIONS, type Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import { parseDigest } from "./parse-digest.ts";
import { parsePerson } from "./parse-person.ts";
import { parseSet } from "./parse-set.ts";
import { parseSources } from "./parse-sources.ts";

const SINCE = /\s+since\s+(\S+)\s*$/i;
const PAGE = /\s*\bpage\s+(\d{1,4})\s*$/i;
/** Chats and telephones turn two hyphens into a dash. */
const OPTION = /(?:^|\s)(?:--|—|–)([a-z]+)(?:(?:=|\s+)("[^"]*"|(?!--|—|–)\S+))?(?=\s|$)/gi;

type OptionKind = "date" | "number" | "flag";

/** The commands of a line, and the options that stand behind each with two hyphens. What /sources takes, it reads by itself. */
export const LINE_COMMANDS: Readonly<Record<string, Readonly<Record<string, OptionKind>>>> = {
  briefing: { since: "date", explain: "flag" },
  meetings: { from: "date", to: "date", page: "number" },
  person: {},
  people: { page: "number" },
  quotes: { page: "number" },
  digest: {},
  sources: {},
  stories: { page: "number" },
  ask: { explain: "flag" },
  changes: {},
  forget: {},
  settings: {},
  set: {},
  status: {},
  attache: {},
  help: {},
};
const READS_ITS_OWN: ReadonlySet<string> = new Set(["sources", "attache"]);
/** So many letters may be wrong in a command's name. */
const MAX_WRONG = 2;

interface Typed {
  about: string;
  page: number | undefined;
  options: ReadonlyMap<string, string>;
}

/**
 * A line as people type it into a chat or at the prompt: "/briefing india-japan since 2023-01-01", or with --since. A line without a slash
 * is a question. Throws an AppError ("usage") where there is no such command or option.
 */
export function parseLine(line: string): Intent {
  // The patterns below look for white space from each of its characters on: a run of it is one.
  const text = line.replace(/\s{2,}/g, " ").trim();
  if (!text.startsWith("/")) return parseQuestion(text);
  const [, name = "", rest = ""] = /^\/([\p{L}-]*)\s*(.*)$/su.exec(text) ?? [];
  const command = name.toLowerCase();
  const { words, options } = READS_ITS_OWN.has(command) ? { words: rest, options: new Map() } : takeOptions(command, rest);
  const paged = PAGE.exec(words);
  const page = options.get("page") ?? paged?.[1];
  if (Number(page) === 0) throw new AppError("usage", "Pages count from 1.");
  const about = (paged === null ? words : words.slice(0, paged.index)).trim();
  return parseCommand(command, { about, page: page === undefined ? undefined : Number(page), options });
}

function parseQuestion(text: string): Intent {
  const question = text.replace(/\s(?:--|—|–)explain\s*$/i, "");
  return question === text ? { kind: "ask", question } : { kind: "ask", question, explain: true };
}

function takeOptions(command: string, rest: string): { words: string; options: Map<string, string> } {
  const known = LINE_COMMANDS[command];
  const options = new Map<string, string>();
  if (known === undefined) return { words: rest, options };
  const words = rest.replace(OPTION, (whole: string, typed: string, value: string | undefined) => {
    const name = typed.toLowerCase();
    const kind = known[name];
    // A dash may be a dash.
    if (kind === undefined && !whole.includes("--")) return whole;
    if (kind === undefined) throw unknownOption(command, name, Object.keys(known));
    if (kind !== "flag" && (value === undefined || (kind === "number" && !/^\d{1,4}$/.test(value)))) {
      throw new AppError(
        "usage",
        `--${name} wants a ${kind === "date" ? "date behind it, such as 2026-01-31" : "number from 1 to 9999 behind it"}.`,
      );
    }
    options.set(name, (value ?? "").replaceAll('"', ""));
    // What stands behind a flag is none of its own.
    return kind === "flag" ? whole.replace(/^\s*(?:--|—|–)[a-z]+=?/i, " ") : " ";
  });
  return { words, options };
}

function unknownOption(command: string, name: string, known: string[]): AppError {
  const takes = known.length === 0 ? "takes none" : `takes ${known.map((each) => `--${each}`).join(", ")}`;
  return new AppError("usage", `There is no option --${name.slice(0, 40)} for /${command}, which ${takes}.`);
}

function parseCommand(name: string, typed: Typed): Intent {
  const { about, page, options } = typed;
  const subject = about === "" ? undefined : about;
  switch (name) {
    case "briefing":
      return parseBriefing(typed);
    case "meetings":
      return parseMeetings(typed);
    case "person":
      return parsePerson(about);
    case "people":
      return { kind: "people", page };
    case "quotes":
      return { kind: "quotes", about: subject, page };
    case "stories":
      return { kind: "stories", page };
    case "sources":
      return withPage(parseSources(about), page);
    case "changes":
      return { kind: "changes", articleId: about };
    case "digest":
      return parseDigestLine(about);
    case "ask":
      return options.has("explain") ? { kind: "ask", question: about, explain: true } : { kind: "ask", question: about };
    case "attache":
      return about === "" ? { kind: "help" } : parseLine(`/${about}`);
    case "forget":
      return { kind: "forget", what: about };
    case "settings":
      return { kind: "settings" };
    case "set":
      return parseSet(about);
    case "help":
    case "":
      return { kind: "help" };
    case "status":
      return { kind: "status" };
    default:
      throw unknownCommand(name);
  }
}

function unknownCommand(name: string): AppError {
  const [nearest] = Object.keys(LINE_COMMANDS)
    .map((command) => ({ command, wrong: distance(name, command) }))
    .filter(({ wrong }) => wrong <= MAX_WRONG)
    .sort((a, b) => a.wrong - b.wrong);
  const way = nearest === undefined ? "/help lists what there is." : `did you mean /${nearest.command}?`;
  return new AppError("usage", `There is no command /${name.slice(0, 40)}: ${way}`);
}

function withPage(intent: Intent, page: number | undefined): Intent {
  return intent.kind === "sources-manage" && page !== undefined ? { ...intent, page } : intent;
}

function parseDigestLine(about: string): Intent {
  const intent = parseDigest(about);
  if (intent === null) throw new AppError("usage", `Write /digest and one of ${DIGEST_ACTIONS.join(", ")}.`);
  return intent;
}

function parseBriefing({ about, options }: Typed): Intent {
  const worded = SINCE.exec(` ${about}`);
  const topic = worded === null ? about : ` ${about}`.slice(0, worded.index).trim();
  const since = options.get("since") ?? worded?.[1];
  return {
    kind: "briefing",
    topic,
    ...(since === undefined ? {} : { since }),
    ...(options.has("explain") ? { explain: true } : {}),
  };
}

function parseMeetings({ about, page, options }: Typed): Intent {
  let rest = ` ${about}`;
  const dates: { from?: string; to?: string } = {};
  for (const key of ["from", "to"] as const) {
    const match = new RegExp(`\\s${key}\\s+(\\d\\S*)`, "i").exec(rest);
    const date = options.get(key) ?? match?.[1];
    if (date !== undefined) dates[key] = date;
    if (match !== null) rest = rest.replace(match[0], " ");
  }
  const subject = rest.trim();
  return { kind: "meetings", about: subject === "" ? undefined : subject, ...dates, page };
}
