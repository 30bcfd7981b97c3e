import type { Command } from "commander";
import { parseDigest } from "../../../commands/typed/parse-digest.ts";
import type { Intent } from "../../../domain/chat/intent.ts";

type Answer = (intent: Intent, flags: { json?: boolean }) => Promise<void>;

/** `attache digest …`: the digests of the terminal, which `now` prints. */
export function addDigestCommand(program: Command, answer: Answer): void {
  const root = program.command("digest").description("shows what is new on topics since the last digest");
  const action = (name: "list" | "stop" | "preview" | "now" | "why", description: string) =>
    root
      .command(`${name} [topics...]`)
      .description(description)
      .option("--json", "prints JSON, one object a line")
      .action((topics: string[], flags: { json?: boolean }) =>
        answer({ kind: "digest", action: name, topic: topics.length === 0 ? undefined : topics.join(" ") }, flags),
      );
  root
    .command("follow <topics...>")
    .description("sets up a digest on one or more topics (separate them with commas)")
    .option("--at <schedule>", 'when, such as "08:00 on weekdays Asia/Tokyo"')
    .option("--json", "prints JSON")
    .action((topics: string[], flags: { at?: string; json?: boolean }) => answer(follow(topics.join(" "), flags.at), flags));
  action("list", "lists the digests");
  action("stop", "stops a digest");
  action("preview", "shows the digest that would be posted now; for topics without a digest, uses all articles");
  action("now", "prints what is new, and does not repeat it next time");
  action("why", "says why the last digest came, and when the next one is due");
}

/** A schedule may stand behind the topics, as it does in a chat: "quad at 08:00 on weekdays". */
function follow(words: string, at: string | undefined): Intent {
  const typed = at === undefined ? parseDigest(`follow ${words}`) : null;
  return typed ?? { kind: "digest", action: "follow", topic: words, schedule: at };
}
