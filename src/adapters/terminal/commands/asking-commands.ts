import type { Command } from "commander";
import { readCommand } from "../../../commands/typed/read-command.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import type { Theme } from "../../../domain/chat/picture.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Session } from "../program.ts";

interface Flags {
  json?: boolean;
  since?: string;
  until?: string;
  from?: string;
  to?: string;
  page?: string;
  explain?: boolean;
  jsonl?: boolean;
  svg?: string;
  png?: string;
  dark?: boolean;
  matrix?: boolean;
  all?: boolean;
}

export interface Asked {
  intentOf: (session: Session) => Intent;
  flags: Flags;
}

export interface Asking {
  /** Answers what `intentOf` makes of the words, in the session that it is handed. */
  answer(intentOf: Asked["intentOf"], flags: Flags): Promise<void>;
  /** Answers one JSON question a line from standard input. */
  answerLines(): Promise<void>;
}

const EXPLAIN = "shows who wrote the text, and which of the model's sentences were refused and why";
const OPTIONS: Readonly<Record<"since" | "until" | "page", [string, string]>> = {
  since: ["--since, --from <date>", "on or after this day: 2026-01-31, monday, June, last week, 7d"],
  until: ["--until, --to <date>", "on or before this day"],
  page: ["--page <number>", "which page, from 1"],
};

const FEEDS = "add TOPIC, add digest TOPIC, add calendar TOPIC, add passages, list, remove ID";
const CORRECTIONS =
  "a topic or person, for the ids; or: quote ID speaker NAME, meeting ID not-held, meeting ID date DATE, meeting ID same-as ID, meeting ID not-same-as ARTICLE, article ID off-topic TOPIC";

const ALL = "of several sides: also what their articles have on something else";

const MATRIX = "shows who met whom and how often; --png and --svg draw it";

const TOPICS = "nothing; or: show NAME, add NAME = INDIA, JAPAN, not CRICKET, not from PUBLISHER; change NAME = …, remove NAME";

/** The commands that ask for something; their words are read as a line of the prompt is, options in any order. */
export function addAskingCommands(root: Command, { answer, answerLines }: Asking): void {
  const ask = (name: string, description: string) =>
    root.command(name).description(description).option("--json", "prints JSON, one object a line");
  const typed = (command: Command, options: readonly (keyof typeof OPTIONS)[]) => {
    for (const option of options) for (const flag of spellings(option)) command.option(flag, OPTIONS[option][1]);
    command.action((words: string[] | Flags, flags: Flags) => {
      const [given, about] = Array.isArray(words) ? [flags, words.join(" ")] : [words, ""];
      return answer((session) => readTyped(session, command.name(), { about, flags: given }), given);
    });
  };
  typed(
    ask("briefing", "summarises the articles on a topic, each sentence with its source")
      .argument("<topic...>", "india-japan, quad, a person, or words; behind it a time, such as since monday or in July 2026")
      .option("--explain", EXPLAIN),
    ["since", "until"],
  );
  const meetings = ask("meetings", "lists who met whom, newest first").argument("[about...]", "a topic or a person");
  typed(drawn(meetings).option("--all", ALL).option("--matrix", MATRIX), ["since", "until", "page"]);
  typed(
    drawn(
      ask("timeline", "tells the story over weeks, one line for each day that mattered").argument(
        "<topic...>",
        "a topic or a person; behind it a time, such as from march to may",
      ),
    ),
    ["since", "until"],
  );
  typed(
    ask("upcoming", "lists planned meetings whose day has not passed, soonest first").argument(
      "[about...]",
      "a topic or a person",
    ),
    ["since", "until", "page"],
  );
  typed(
    ask("person", "shows a person's names, roles, quotes and meetings").argument(
      "<name...>",
      'a name, or part of one; merge "A" into "B", or split "A" from "B", mends names for good',
    ),
    [],
  );
  typed(ask("people", "everyone in the articles").argument("[page...]", "page 2, and so on"), ["page"]);
  const quotes = ask("quotes", "what was said, word for word").argument("[about...]", "a person or a topic");
  typed(quotes.option("--all", ALL), ["since", "until", "page"]);
  typed(ask("stories", "groups the articles by event").argument("[page...]", "page 2, and so on"), ["page"]);
  typed(ask("correct", "corrects who spoke, a meeting, or an article's topic").argument("<what...>", CORRECTIONS), []);
  typed(
    ask("corrections", "lists what was corrected, by whom and when").argument(
      "[action...]",
      "undo, accept or decline with an id; or export, with --json for JSON lines",
    ),
    ["page"],
  );
  typed(ask("feeds", "gives, lists and removes addresses for feed readers and calendars").argument("[what...]", FEEDS), []);
  typed(ask("topics", "lists, shows, adds, changes and removes topics of your own").argument("[what...]", TOPICS), []);
  addPlainCommands(ask, answer);
  ask("ask", "an answer from the articles, or that they don't say")
    .argument("[question...]", "the question")
    .option("--jsonl", "answers one JSON question a line from standard input")
    .option("--explain", EXPLAIN)
    .action((question: string[], flags: Flags) => {
      if (flags.jsonl === true) return answerLines();
      return answer(() => ({ kind: "ask", question: question.join(" "), explain: flags.explain }), flags);
    });
}

function drawn(command: Command): Command {
  return command
    .option("--png <file>", "also draws it as a PNG image")
    .option("--dark", "draws a PNG image for dark surroundings")
    .option("--svg <file>", "also draws it as an SVG image, which looks for itself whether the screen is dark");
}

/** The commands whose words are ids and settings. */
function addPlainCommands(ask: (name: string, description: string) => Command, answer: Asking["answer"]): void {
  ask("changes", "shows what a publisher changed in an article")
    .argument("<article>", "the article's id")
    .action((articleId: string, flags: Flags) => answer(() => ({ kind: "changes", articleId }), flags));
  ask("forget", "deletes an article with its evidence, or your own data")
    .argument("<what...>", "“article” and its id or address, or “me”")
    .action((what: string[], flags: Flags) => answer(() => ({ kind: "forget", what: what.join(" ") }), flags));
  ask("settings", "shows who may change what in the workspace").action((flags: Flags) =>
    answer(() => ({ kind: "settings" }), flags),
  );
  ask("set", "changes shows who may change what in the workspace")
    .argument("<setting>", "digests, sources, names or model")
    .argument("<value...>", "managers or members; of the model: on, off, on here or off here")
    .action((name: string, value: string[], flags: Flags) =>
      answer(() => ({ kind: "settings", name, value: value.join(" ") }), flags),
    );
  ask("status", "what is stored").action((flags: Flags) => answer(() => ({ kind: "status" }), flags));
}

function spellings(option: keyof typeof OPTIONS): string[] {
  const [names = "", value = ""] = OPTIONS[option][0].split(/ (?=<)/);
  return names.split(", ").map((name) => `${name} ${value}`);
}

/** The words and options as one line. For a script, a list is whole, unless it asks for a page. */
function readTyped(session: Session, name: string, { about, flags }: { about: string; flags: Flags }): Intent {
  const { json, since, until, from, to, page, explain, matrix, all } = flags;
  const options = Object.entries({ since, until, from, to, page }).flatMap(([option, value]) =>
    value === undefined ? [] : [`--${option} "${value.replaceAll('"', "")}"`],
  );
  const switches = Object.entries({ explain, matrix, all }).flatMap(([option, isOn]) => (isOn === true ? [`--${option}`] : []));
  const line = [about, ...options, ...switches].join(" ");
  const intent = readCommand(name, line, session.moment());
  if (intent.kind === "unclear") throw new AppError("usage", intent.sentence);
  switch (intent.kind) {
    case "meetings":
      return { ...intent, ...(json === true && intent.page === undefined ? { all: true } : {}), picture: pictureOf(flags) };
    case "upcoming":
    case "quotes":
    case "people":
    case "stories":
      return json === true && intent.page === undefined ? { ...intent, all: true } : intent;
    case "timeline":
      return { ...intent, picture: pictureOf(flags) };
    case "person":
      return json === true ? { ...intent, all: true } : intent;
    default:
      return intent;
  }
}

function pictureOf({ svg, png, dark }: Flags): "svg" | Theme | undefined {
  if (svg !== undefined && png !== undefined) throw new AppError("usage", "Name one file: --png or --svg.");
  if (svg !== undefined) return "svg";
  if (png === undefined) return undefined;
  return dark === true ? "dark" : "light";
}
