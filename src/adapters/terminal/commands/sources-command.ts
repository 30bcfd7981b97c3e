import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { readCommand } from "../../../commands/typed/read-command.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";

/** What the command line does with sources. */
export interface SourcesActions {
  /** Answers, and then reads what is due where `isRead`. */
  answer(intent: Intent, flags: { json?: boolean }, isRead: boolean): Promise<void>;
  /** Prints the file that the answer brings. */
  print(intent: Intent): Promise<void>;
  /** Sets a header whose value comes from standard input. */
  giveHeader(target: string, name: string, flags: { json?: boolean }): Promise<void>;
  poll(flags: { all?: boolean; json?: boolean }): Promise<void>;
}

type Manage = Extract<Intent, { kind: "sources-manage" }>;

/** `attache sources …`: what is followed. */
export function addSourcesCommand(program: Command, actions: SourcesActions): void {
  const root = program.command("sources").description("manages the feeds and pages that Attaché reads");
  const manage = (action: Manage["action"], target?: string[]): Manage => ({
    kind: "sources-manage",
    action,
    target: target === undefined || target.length === 0 ? undefined : target.join(" "),
  });
  root
    .command("on [topic...]", { isDefault: true })
    .description("lists the articles on a topic; “on” may be left out")
    .option("--json", "prints JSON, one object a line")
    .action((topic: string[], flags: { json?: boolean }) =>
      actions.answer(topic.length === 0 ? listed([], flags) : read(topic.join(" ")), flags, false),
    );
  root
    .command("add [address...]")
    .description("tries a feed or a page, shows what it finds, follows it and reads it")
    .option("--search <words>", "follows a news search (SEARCH_FEED_URL) instead of an address")
    .option("--backfill", "also reads older entries, from archive pages or the site's sitemap")
    .option("--later", "does not read it now (attache start or attache sources poll does)")
    .option("--json", "prints JSON")
    .action((address: string[], flags: { search?: string; backfill?: boolean; later?: boolean; json?: boolean }) => {
      const target = flags.search === undefined ? address : [flags.search];
      const isRead = flags.later !== true;
      return actions.answer({ ...manage("add", target), backfill: flags.backfill }, flags, isRead);
    });
  root
    .command("list [page...]")
    .description("lists the sources and their status; page 2, and so on")
    .option("--page <number>", "which page, from 1")
    .option("--json", "prints JSON, one object a line")
    .action((words: string[], flags: { page?: string; json?: boolean }) => actions.answer(listed(words, flags), flags, false));
  for (const [name, description] of [
    ["remove", "stops following a source; its articles stay"],
    ["why", "shows the last polls: what was stored, what was dropped and why"],
    ["name", "names the outlet that a source's articles are by: name SOURCE as OUTLET; as none lets its pages say"],
    ["forget-header", "deletes the header of a source, which is then read without"],
  ] as const) {
    const command = root.command(`${name} [source...]`);
    if (name === "name") command.alias("rename");
    command
      .description(description)
      .option("--json", "prints JSON, one object a line")
      .action((source: string[], flags: { json?: boolean }) => actions.answer(manage(name, source), flags, false));
  }
  root
    .command("header <source> <name>")
    .description("sets a header that the source's publisher gave you, such as Authorization; reads its value from standard input")
    .option("--json", "prints JSON")
    .action((source: string, name: string, flags: { json?: boolean }) => actions.giveHeader(source, name, flags));
  addListCommands(root, actions, manage);
}

/** For a script, the list is whole, unless it asks for a page. */
function listed(words: string[], { page, json }: { page?: string; json?: boolean }): Intent {
  const intent = read(["list", ...words, ...(page === undefined ? [] : ["--page", page])].join(" "));
  return json === true && intent.kind === "sources-manage" && intent.page === undefined ? { ...intent, all: true } : intent;
}

/** The words behind the command, as every front reads them. */
function read(words: string): Intent {
  const intent = readCommand("sources", words, UNDATED);
  if (intent.kind === "unclear") throw new AppError("usage", intent.sentence);
  return intent;
}

/** Sources take no dates. */
const UNDATED = { nowMs: 0, timeZone: null };

function addListCommands(
  root: Command,
  actions: SourcesActions,
  manage: (action: Manage["action"], target?: string[]) => Manage,
): void {
  root
    .command("import <file>")
    .description("follows the feeds in an OPML file, or in one at an address")
    .option("--later", "does not read them now")
    .option("--json", "prints JSON")
    .action(async (file: string, flags: { later?: boolean; json?: boolean }) =>
      actions.answer(manage("import", [await opmlOf(file)]), flags, flags.later !== true),
    );
  root
    .command("export")
    .description("prints the sources as OPML, for other feed readers")
    .action(() => actions.print(manage("export")));
  root
    .command("starter [group...]")
    .description("lists groups of public feeds; with a group's name, follows that group")
    .option("--later", "does not read them now")
    .option("--json", "prints JSON")
    .action((group: string[], flags: { later?: boolean; json?: boolean }) =>
      actions.answer(manage("starter", group), flags, group.length > 0 && flags.later !== true),
    );
  root
    .command("poll")
    .description("polls the sources that are due, once")
    .option("--all", "polls every source, due or not")
    .option("--json", "prints JSON")
    .action((flags: { all?: boolean; json?: boolean }) => actions.poll(flags));
}

async function opmlOf(file: string): Promise<string> {
  if (/^https?:\/\//i.test(file)) return file;
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new AppError("bad-input", `Could not read ${file}: name an OPML file, or the address of one.`);
  }
}
