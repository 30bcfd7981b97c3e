import type { Command } from "commander";
import { parseDigest } from "../../../commands/typed/parse-digest.ts";
import type { Intent } from "../../../domain/chat/intent.ts";

type Answer = (intent: Intent, flags: { json?: boolean }) => Promise<void>;

/** `attache digest …`: the digests of the terminal, which `now` prints. */
export function addDigestCommand(program: Command, answer: Answer): void {
  const root = program.command("digest").description("what is new on topics since the last time");
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
    .description("keeps a digest of topics, several between commas")
    .option("--at <schedule>", 'when, such as "08:00 on weekdays Asia/Tokyo"')
    .option("--json", "prints JSON")
    .action((topics: string[], flags: { at?: string; json?: boolean }) => answer(follow(topics.join(" "), flags.at), flags));
  action("list", "what is followed");
  action("stop", "stops following");
  action("preview", "the digest that would be posted now; of topics that are not followed, of all that is stored");
  action("now", "prints what is new since the last time, and remembers it as told");
  action("why", "why the last one came, and when the next one does");
}

/** A schedule may stand behind the topics, as it does in a chat: "quad at 08:00 on weekdays". */
function follow(words: string, at: string | undefined): Intent {
  const typed = at === undefined ? parseDigest(`follow ${words}`) : null;
  return typed ?? { kind: "digest", action: "follow", topic: words, schedule: at };
}
