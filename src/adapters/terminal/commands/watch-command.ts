import type { Command } from "commander";
import type { WatchIntent } from "../../../domain/chat/intent.ts";
import type { ReadArticle } from "../../../ingest/ingest-articles.ts";

interface Flags {
  json?: boolean;
}

interface Watching {
  answer(intent: WatchIntent, flags: Flags): Promise<void>;
  /** Runs articles in order of publication past the watches, and prints what would have been told. */
  replay(articles: { files: string[]; jsonl: string | true | undefined }): Promise<void>;
}

/** `attache watch …`: what to tell of at once. */
export function addWatchCommand(program: Command, { answer, replay }: Watching): void {
  const root = program
    .command("watch")
    .description("tells when somebody meets or speaks, or an event is planned, moved or called off");
  const action = (name: WatchIntent["action"], words: string, description: string) =>
    root
      .command(`${name}${words === "" ? "" : ` ${words}`}`)
      .description(description)
      .option("--json", "prints JSON, one object a line")
      .action((given: string[] | Flags, flags: Flags) =>
        Array.isArray(given)
          ? answer({ kind: "watch", action: name, target: given.join(" ") || undefined }, flags)
          : answer({ kind: "watch", action: name }, given),
      );
  action("add", "<words...>", "sets up a watch: “Lund meets Solberg”, “Lund says anything on fish”, “the 2+2 is moved”");
  action("list", "", "lists the watches");
  action("remove", "[id...]", "stops a watch");
  action("why", "[id...]", "says what a watch waits for, and shows what it found");
  root
    .command("replay")
    .description("runs articles past the watches in order of publication, and prints what they match; stores nothing")
    .argument("[files...]", "plain text, .json, or .jsonl")
    .option("--jsonl [file]", "reads one JSON article a line from the file, or from standard input")
    .action((files: string[], flags: { jsonl?: string | true }) => replay({ files, jsonl: flags.jsonl }));
}

/** The articles of a replay, all of them, since their order is that of their dates; unreadable lines are said. */
export async function articlesIn(reading: AsyncIterable<ReadArticle>, say: (sentence: string) => void) {
  const articles = [];
  let unreadable = 0;
  for await (const read of reading) {
    if (read.kind === "article") articles.push(read.article);
    else {
      unreadable++;
      say(read.reason);
    }
  }
  return { articles, unreadable };
}
