import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCommand, parseLine } from "../../../src/adapters/chat/parse-intent.ts";
import { hostileText } from "../../fakes/documents.ts";

describe("parseCommand", () => {
  it.each([
    ["/briefing", "india-japan", { kind: "briefing", topic: "india-japan", since: undefined }],
    ["/briefing", "india-japan since last monday", { kind: "briefing", topic: "india-japan", since: "last monday" }],
    ["/briefing", "", { kind: "help" }],
    ["/briefing", "help", { kind: "help" }],
    ["/meetings", "", { kind: "meetings", about: undefined, from: undefined, to: undefined }],
    ["/meetings", "from 2026-01-01 to 2026-02-01", { kind: "meetings", about: undefined, from: "2026-01-01", to: "2026-02-01" }],
    ["/meetings", "quad from march", { kind: "meetings", about: "quad", from: "march", to: undefined }],
    ["/meetings", "visit to Japan", { kind: "meetings", about: "visit to Japan", from: undefined, to: undefined }],
    ["/person", "", { kind: "people" }],
    ["/person", "Jane Doe", { kind: "person", name: "Jane Doe" }],
    ["/person", "merge “J. Doe” into Jane Doe", { kind: "merge-people", keep: "Jane Doe", merge: "J. Doe" }],
    ["/person", "split Jane from Jane Doe", { kind: "split-person", name: "Jane Doe", alias: "Jane" }],
    ["/person", "merge", { kind: "person", name: "merge" }],
    ["/quotes", "Jane Doe", { kind: "quotes", about: "Jane Doe" }],
    ["/quotes", "", { kind: "quotes", about: undefined }],
    ["/digest", "", { kind: "digest", action: "list" }],
    [
      "/digest",
      "follow india-japan at 08:00 on weekdays",
      { kind: "digest", action: "follow", topic: "india-japan", schedule: "at 08:00 on weekdays" },
    ],
    ["/digest", "follow talks on trade daily", { kind: "digest", action: "follow", topic: "talks on trade", schedule: "daily" }],
    ["/digest", "follow quad", { kind: "digest", action: "follow", topic: "quad" }],
    ["/digest", "Stop quad", { kind: "digest", action: "stop", topic: "quad" }],
    ["/digest", "burn quad", { kind: "help" }],
    ["/sources", "", { kind: "sources-manage", action: "list" }],
    [
      "/sources",
      "add https://courier.example/feed?a=1&b=2",
      { kind: "sources-manage", action: "add", target: "https://courier.example/feed?a=1&b=2" },
    ],
    ["/sources", "india-japan", { kind: "sources", about: "india-japan" }],
    ["/ask", "who met whom?", { kind: "ask", question: "who met whom?" }],
    ["/ask", "", { kind: "help" }],
    ["/attache", "", { kind: "help" }],
    ["/attache", "status", { kind: "status" }],
    ["/attache", "stories", { kind: "stories" }],
    ["/attache", "people", { kind: "people" }],
    ["/attache", "changes a1", { kind: "changes", articleId: "a1" }],
    ["/attache", "forget me", { kind: "forget", what: "me" }],
    ["/attache", "briefing quad", { kind: "briefing", topic: "quad", since: undefined }],
    ["/attache", "who was there", { kind: "ask", question: "who was there" }],
    ["/unheard", "of", { kind: "help" }],
  ])("reads %s %s", (command, text, intent) => {
    expect(parseCommand(command, text)).toEqual(intent);
  });

  it("reads any text of any command as some intent", () => {
    const commands = fc.constantFrom(
      "/briefing",
      "/meetings",
      "/person",
      "/quotes",
      "/digest",
      "/sources",
      "/ask",
      "/attache",
      "/x",
    );
    fc.assert(
      fc.property(commands, hostileText, (command, text) => {
        expect(typeof parseCommand(command, text).kind).toBe("string");
      }),
    );
  });
});

describe("parseLine", () => {
  it("reads a line that begins with a command's name", () => {
    expect(parseLine("briefing quad since monday")).toEqual({ kind: "briefing", topic: "quad", since: "monday" });
    expect(parseLine("/help")).toEqual({ kind: "help" });
  });

  it("leaves questions to the desk", () => {
    expect(parseLine("meetings with Japan, were there any?")).toBeNull();
    expect(parseLine("who was there")).toBeNull();
  });
});
