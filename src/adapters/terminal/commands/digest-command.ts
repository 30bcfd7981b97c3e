import { resolve } from "node:path";
import type { Command } from "commander";
import { parseDigest } from "../../../commands/typed/parse-digest.ts";
import type { DigestIntent, Intent } from "../../../domain/chat/intent.ts";

interface Flags {
  json?: boolean;
  at?: string;
  to?: string;
}

interface Digests {
  answer(intent: Intent, flags: Flags): Promise<void>;
  /** Delivers what is due. */
  deliver(): Promise<void>;
}

/** `attache digest …`: the digests of the terminal, which `now` prints and `deliver` writes where they go. */
export function addDigestCommand(program: Command, { answer, deliver }: Digests): void {
  const root = program.command("digest").description("shows what is new on topics since the last digest");
  const action = (name: "list" | "stop" | "preview" | "now" | "why", description: string) =>
    root
      .command(`${name} [topics...]`)
      .description(description)
      .option("--to <file>", "the digests that go into this file")
      .option("--json", "prints JSON, one object a line")
      .action((topics: string[], flags: Flags) =>
        answer(into(flags, { kind: "digest", action: name, topic: topics.length === 0 ? undefined : topics.join(" ") }), flags),
      );
  root
    .command("follow <topics...>")
    .description("sets up a digest on one or more topics (separate them with commas)")
    .option("--at <schedule>", 'when, such as "08:00 on weekdays Asia/Tokyo"')
    .option("--to <file>", "delivers into this file, instead of printing")
    .option("--json", "prints JSON")
    .action((topics: string[], flags: Flags) => answer(into(flags, follow(topics.join(" "), flags.at)), flags));
  action("list", "lists the digests; “all” lists those of every file");
  action("stop", "stops a digest");
  action("preview", "shows the digest that would be posted now; for topics without a digest, uses all articles");
  action("now", "prints what is new, and does not repeat it next time");
  action("why", "says why the last digest came, and when the next one is due");
  root
    .command("deliver")
    .description("prints or writes into files what is due, each digest once; let cron run it every few minutes")
    .action(() => deliver());
}

/** A schedule may stand behind the topics, as it does in a chat: "quad at 08:00 on weekdays". */
function follow(words: string, at: string | undefined): Intent {
  const typed = at === undefined ? parseDigest(`follow ${words}`) : null;
  return typed ?? { kind: "digest", action: "follow", topic: words, schedule: at };
}

function into({ to }: Flags, intent: Intent): Intent {
  return to === undefined || intent.kind !== "digest" ? intent : ({ ...intent, file: resolve(to) } satisfies DigestIntent);
}
