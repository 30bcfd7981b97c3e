import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** What the gallery says is sent to the chats: every string of the ten documents, over the demo. */
const gallery = readFileSync("docs/gallery.md", "utf8");
const payloads = gallery
  .split("\n")
  .filter((line) => line.startsWith('{"'))
  .map((line) => JSON.parse(line) as object);

/** Words of the program for itself. Articles use some of its others, such as "told": test/docs/user-words.test.ts looks for those in the program. */
const INNER = /\b(?:slot|polled|tick|lease|intent|payload|sighting|subscription|null|undefined|NaN|object Object)s?\b/i;
/** Characters of a phone's first screen, at 320 pixels. */
const FIRST_SCREEN = 600;
const BARE_ADDRESS = /https?:\/\/\S/;

/** The strings that a reader sees, by what holds them: no addresses of links, no ids. */
function seenIn(value: unknown, key = ""): string[] {
  if (typeof value === "string")
    return ["text", "label", "caption", "title", "description", "content", "fallback"].includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => seenIn(each));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => seenIn(inner, name));
}

/** A Discord link is its label; the address is not seen. */
function asSeen(text: string): string {
  return text.replace(/\[((?:\\.|[^\]\\])*)\]\([^)\s]*\)/g, "$1");
}

/** The labels of the links in each line: of an item or a paragraph on Slack, of a line of markdown on Discord. */
function linesOf(value: unknown): string[][] {
  if (typeof value === "string")
    return value.split("\n").map((line) => [...line.matchAll(/\[((?:\\.|[^\]\\])*)\]\(/g)].map(([, label = ""]) => label));
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value !== "object" || value === null) return [];
  if ("type" in value && value.type === "rich_text_section" && "elements" in value && Array.isArray(value.elements))
    return [
      value.elements.flatMap((element: { type: string; text?: string }) => (element.type === "link" ? [element.text ?? ""] : [])),
    ];
  return Object.values(value).flatMap(linesOf);
}

describe("what is seen in a chat", () => {
  const seen = payloads.flatMap((payload) => seenIn(payload)).map(asSeen);

  it("is all in the gallery", () => {
    expect(payloads.length).toBeGreaterThan(20);
    expect(seen.length).toBeGreaterThan(400);
  });

  it.each([
    ["inner word", INNER],
    ["bare address", BARE_ADDRESS],
  ])("holds no %s", (_, pattern) => {
    expect(seen.filter((text) => pattern.test(text))).toEqual([]);
  });

  it("names no source twice in a line", () => {
    const twice = payloads.flatMap(linesOf).filter((labels) => new Set(labels).size < labels.length);
    expect(twice).toEqual([]);
  });

  it("begins with the newest fact and its date", () => {
    const briefings = payloads
      .map((payload) => seenIn(payload).map(asSeen).join(" "))
      .filter((words) => /^(?:Newest: \S+ \S+ 2023\. ?)?Briefing: India – Japan /.test(words));
    expect(briefings.length).toBeGreaterThan(0);
    for (const words of briefings.filter((each) => !each.includes("in detail"))) {
      const first = words.slice(0, FIRST_SCREEN);
      expect(first).toContain("9 Sep");
      expect(first).toContain("held talks in New Delhi");
    }
  });
});

describe("the top of what is seen, on a phone", () => {
  const tops = payloads.map((payload) => seenIn(payload).map(asSeen).join(" ").slice(0, FIRST_SCREEN));

  it.each([
    ["Timeline: India – Japan", "9 September 2023"],
    ["Meetings: India – Japan", "9 to 10 September 2023"],
    ["Quotes: India – Japan", "10 Sep"],
    ["Digest: ", "8 September 2022"],
  ])("of “%s” holds the newest day", (title, newest) => {
    const shown = tops.filter((words) => words.includes(title) && !words.includes("In detail"));
    expect(shown.length).toBeGreaterThan(1);
    for (const words of shown) expect(words).toContain(newest);
  });

  it("is the newest fact in a briefing's notification", () => {
    const texts = payloads.flatMap((payload) => ("text" in payload && typeof payload.text === "string" ? [payload.text] : []));
    expect(texts.filter((words) => /^\d+ Sep: .*held talks in New Delhi/.test(words)).length).toBeGreaterThan(0);
  });
});

describe("the pictures of what is seen", () => {
  it("are of ten documents on both platforms, before and after", () => {
    const now = readdirSync("docs/pictures").filter((name) => /-(?:slack|discord)\.webp$/.test(name));
    expect(now.length).toBe(20);
    expect(readdirSync("docs/pictures/before").filter((name) => now.includes(name)).length).toBe(20);
    const page = readFileSync("docs/pictures.md", "utf8");
    for (const name of now) expect(page).toContain(`pictures/${name}`);
  });
});
