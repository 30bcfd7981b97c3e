import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Intent } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";

/** What the command line does with sources. */
export interface SourcesActions {
  /** Answers, and then reads what is due where `isRead`. */
  answer(intent: Intent, flags: { json?: boolean }, isRead: boolean): Promise<void>;
  /** Prints the file that the answer brings. */
  print(intent: Intent): Promise<void>;
  poll(flags: { all?: boolean; json?: boolean }): Promise<void>;
}

type Manage = Extract<Intent, { kind: "sources-manage" }>;

/** `attache sources …`: what is followed. */
export function addSourcesCommand(program: Command, actions: SourcesActions): void {
  const root = program.command("sources").description("the feeds and pages that are followed");
  const manage = (action: Manage["action"], target?: string[]): Manage => ({
    kind: "sources-manage",
    action,
    target: target === undefined || target.length === 0 ? undefined : target.join(" "),
  });
  root
    .command("add [address...]")
    .description("tries a feed or a page, says what is there, follows it and reads it")
    .option("--search <words>", "follows a news search (SEARCH_FEED_URL) instead of an address")
    .option("--backfill", "reads older entries too: archive pages, or the site's sitemap")
    .option("--later", "does not read it now: attache start or attache sources poll will")
    .option("--json", "prints JSON")
    .action((address: string[], flags: { search?: string; backfill?: boolean; later?: boolean; json?: boolean }) => {
      const target = flags.search === undefined ? address : [flags.search];
      const isRead = flags.later !== true;
      return actions.answer({ ...manage("add", target), backfill: flags.backfill }, flags, isRead);
    });
  for (const [name, description] of [
    ["list", "what is followed and how it is"],
    ["remove", "no longer follows a source; its articles stay"],
    ["why", "what happened at the last polls: what was kept, what was dropped and why"],
  ] as const) {
    root
      .command(name === "list" ? name : `${name} [source...]`)
      .description(description)
      .option("--json", "prints JSON, one object a line")
      .action((...given: unknown[]) => {
        const source = Array.isArray(given[0]) ? given[0].map(String) : [];
        const flags = given.find((each) => typeof each === "object" && !Array.isArray(each)) as { json?: boolean };
        const intent = manage(name, source);
        return actions.answer(name === "list" ? { ...intent, all: flags.json === true } : intent, flags, false);
      });
  }
  addListCommands(root, actions, manage);
}

function addListCommands(
  root: Command,
  actions: SourcesActions,
  manage: (action: Manage["action"], target?: string[]) => Manage,
): void {
  root
    .command("import <file>")
    .description("follows the feeds of an OPML file, or of one at an address")
    .option("--later", "does not read them now")
    .option("--json", "prints JSON")
    .action(async (file: string, flags: { later?: boolean; json?: boolean }) =>
      actions.answer(manage("import", [await opmlOf(file)]), flags, flags.later !== true),
    );
  root
    .command("export")
    .description("prints what is followed as OPML, for other readers")
    .action(() => actions.print(manage("export")));
  root
    .command("starter [group...]")
    .description("public feeds to begin with; with a group's name, follows that group")
    .option("--later", "does not read them now")
    .option("--json", "prints JSON")
    .action((group: string[], flags: { later?: boolean; json?: boolean }) =>
      actions.answer(manage("starter", group), flags, group.length > 0 && flags.later !== true),
    );
  root
    .command("poll")
    .description("reads what is due, once")
    .option("--all", "reads every source, due or not")
    .option("--json", "prints JSON")
    .action((flags: { all?: boolean; json?: boolean }) => actions.poll(flags));
}

async function opmlOf(file: string): Promise<string> {
  if (/^https?:\/\//i.test(file)) return file;
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new AppError("bad-input", `${file} cannot be read: name an OPML file, or the address of one.`);
  }
}
