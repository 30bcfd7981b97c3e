import type { Intent } from "../../domain/chat/intent.ts";

/** The words behind "/attache set": a setting and its value; without a value, the command says how to write it. */
export function parseSet(words: string): Intent {
  const [name = "", ...value] = words.trim().split(/\s+/);
  return { kind: "settings", name, value: value.join(" ") };
}
