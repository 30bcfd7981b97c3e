import type { Intent } from "../../domain/chat/intent.ts";

/** The words behind "/person": a name, "merge <name> into <name>" or "split <name> from <name>". */
export function parsePerson(words: string): Intent {
  const typed = words.replace(/\s+/g, " ").trim();
  const [, action = "", rest = ""] = /^(merge|split) (.+)$/i.exec(typed) ?? [];
  if (action.toLowerCase() === "merge") {
    const [merge, keep] = cutAt(rest, " into ");
    if (merge !== "" && keep !== "") return { kind: "merge-people", keep, merge };
  }
  if (action.toLowerCase() === "split") {
    const [alias, name] = cutAt(rest, " from ");
    if (alias !== "" && name !== "") return { kind: "split-person", name, alias };
  }
  return { kind: "person", name: unquote(typed) };
}

/** Splits a text at the last occurrence of a word; two empty texts if it does not occur. */
function cutAt(words: string, word: string): [string, string] {
  const at = words.toLowerCase().lastIndexOf(word);
  return at < 0 ? ["", ""] : [unquote(words.slice(0, at)), unquote(words.slice(at + word.length))];
}

function unquote(name: string): string {
  return name
    .trim()
    .replace(/^["“'‘]|["”'’]$/g, "")
    .trim();
}
