import { TOPICS_ACTIONS, type TopicsIntent } from "../../domain/chat/intent.ts";
import { nearest, Unclear } from "./unclear.ts";

/** Words behind "remove" with which somebody who has read what follows a topic says it again. */
const ANYWAY = /\s(?:--|—|–)?anyway$/i;

/** The words behind "/topics": an action and a name, for a new or a changed topic with "=" and what belongs to it. */
export function parseTopics(words: string): TopicsIntent {
  const [first = "", ...others] = words.trim().split(" ");
  if (first === "") return { kind: "topics", action: "list" };
  const action = TOPICS_ACTIONS.find((known) => known === first.toLowerCase());
  const rest = others.join(" ").trim();
  if (action === "list" && rest === "") return { kind: "topics", action };
  if (action === undefined || action === "list") return withoutAction(words.trim(), first, rest);
  if (action === "add" || action === "change") return defined(action, rest);
  if (rest === "") throw new Unclear(`Name a saved topic as well: /topics ${action} and its name.`);
  if (action === "remove" && ANYWAY.test(rest))
    return { kind: "topics", action, name: unquote(rest.replace(ANYWAY, "")), anyway: true };
  return { kind: "topics", action, name: unquote(rest) };
}

/** "our region = India" saves a topic, "our region" shows one; "ad our region = India" is mistyped. */
function withoutAction(words: string, first: string, rest: string): TopicsIntent {
  const meant = nearest(first.toLowerCase(), TOPICS_ACTIONS, first.length > 4 ? 2 : 1);
  if (meant !== null && rest !== "") throw new Unclear(`Did you mean /topics ${meant} ${rest}?`, [`${meant} ${rest}`]);
  return /[=:]/.test(words) ? defined("add", words) : { kind: "topics", action: "show", name: unquote(words) };
}

function defined(action: "add" | "change", rest: string): TopicsIntent {
  const at = rest.search(/[=:]/);
  const [name, definition] = at < 0 ? [rest, ""] : [rest.slice(0, at), rest.slice(at + 1)];
  if (unquote(name) === "" || definition.trim() === "")
    throw new Unclear(`Type a name, = and what belongs to it, such as /topics ${action} our region = India, Japan, not cricket.`);
  return { kind: "topics", action, name: unquote(name), definition: definition.trim() };
}

function unquote(words: string): string {
  return words
    .trim()
    .replace(/^["“”'‘]|["“”'’]$/g, "")
    .trim();
}
