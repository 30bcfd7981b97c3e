import type { WatchCondition, WatchSide, WatchSubject } from "./watch-condition.ts";

const HAPPENED = { planned: "planned", moved: "moved", cancelled: "called off", held: "held" } as const;
const NOUNS: Readonly<Record<string, string>> = { call: "call", video: "call", summit: "summit" };

/** What a watch waits for, in words of ours, so that whoever set it up sees how it was understood. */
export function sayCondition(condition: WatchCondition): string {
  if (condition.kind === "said") {
    const about = condition.about === null ? "" : ` on ${sayShort(condition.about)}`;
    return `${saySide(condition.who)} is quoted${about}`;
  }
  const { sides, kinds, terms, happenings } = condition;
  const [only, other] = sides.map(saySide);
  const who = other === undefined ? (only === undefined ? "" : ` with ${only}`) : ` of ${listed(sides.map(saySide), "and")}`;
  const named = terms.length === 0 ? "" : ` “${terms.join(" ").replace("twoplustwo", "2+2")}”`;
  const isVisit = kinds?.includes("visit") === true && kinds.length > 1;
  const noun = isVisit ? "visit or meeting" : (NOUNS[kinds?.[0] ?? ""] ?? (kinds?.[0] === "visit" ? "visit" : "meeting or call"));
  return `a ${noun}${named}${who} is ${listed(
    happenings.map((each) => HAPPENED[each]),
    "or",
  )}`;
}

function saySide({ label }: WatchSide): string {
  return label;
}

function sayShort(subject: WatchSubject): string {
  return subject.kind === "words" ? `“${subject.label}”` : saySide(subject);
}

function listed(words: string[], link: "and" | "or"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${link} ${words.at(-1) ?? ""}`;
}
