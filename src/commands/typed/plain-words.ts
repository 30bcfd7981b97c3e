/** Longer lines are cut: no command is longer. */
const MAX_CHARACTERS = 4000;
/** Slack's and Discord's markup between angle brackets: an address, a channel, a person, an emoji, a date. */
const REFERENCE = /<((?:https?:\/\/|mailto:|[@#!/]|a?:\w|t:|id:)[^<>]{0,4000})>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", "#39": "'", nbsp: " " };
/** Invisible characters that chats insert: soft hyphens, direction marks, zero-width spaces. Joiners stay, as part of a word's spelling. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/**
 * Strips chat markup from a typed line: it keeps addresses, turns channels into "#" and their name, and drops mentions of people, dates and
 * emoji. Slack sends `&` as `&amp;`. Collapses white space.
 */
export function plainWords(typed: string): string {
  return typed
    .replace(/\s+/g, " ")
    .slice(0, MAX_CHARACTERS)
    .replace(REFERENCE, (_, inner: string) => plainReference(inner))
    .replace(/&(lt|gt|amp|quot|apos|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();
}

function plainReference(inner: string): string {
  const [target = "", label = ""] = inner.split("|", 2);
  if (/^https?:/.test(target)) return target;
  if (target.startsWith("mailto:")) return target.slice("mailto:".length);
  if (target.startsWith("#")) return ` #${label === "" ? "channel" : label} `;
  // Discord's mention of a command: the words of it.
  if (target.startsWith("/")) return `/${target.slice(1).split(":")[0] ?? ""}`;
  return " ";
}
