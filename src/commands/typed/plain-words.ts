/** Longer lines hold no command; what stands behind is not read. */
const MAX_CHARACTERS = 4000;
/** Slack's and Discord's markup between angle brackets: an address, a channel, a person, an emoji, a date. */
const REFERENCE = /<((?:https?:\/\/|mailto:|[@#!/]|a?:\w|t:|id:)[^<>]{0,4000})>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", "#39": "'", nbsp: " " };
/** What nobody sees and chats put in: soft hyphens, marks of direction, spaces without width. Joiners are part of a word's spelling. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/**
 * What a person typed, without any chat's markup: addresses stay, channels become their name behind "#", mentions of people, dates
 * and emojis go. Slack sends `&` as `&amp;`. White space is one space.
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
