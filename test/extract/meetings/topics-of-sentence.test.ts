import { describe, expect, it } from "vitest";
import { distinctTopics } from "../../../src/extract/meetings/what/distinct-topics.ts";
import { topicsOfSentence } from "../../../src/extract/meetings/what/topics-of-sentence.ts";
import { parseLast } from "./parsed-sentence.ts";

function topics(text: string, words: string | null = null, others: string[] = []): string[] {
  const { tokens, grammar, eventAt, isPerson } = parseLast(text);
  const event = words === null ? null : eventAt(words);
  return topicsOfSentence({ tokens, grammar, event, others: others.map(eventAt), isPerson, place: null });
}

describe("topicsOfSentence", () => {
  it("reads what was discussed, side by side", () => {
    expect(topics("The ministers discussed trade, migration and the war in Yemen.")).toEqual([
      "trade",
      "migration",
      "war in Yemen",
    ]);
    expect(topics("Moreno met Lask to discuss grain exports.", "met")).toEqual(["grain exports"]);
    expect(topics("They talked about fishing rights and climate change.")).toEqual(["fishing rights", "climate change"]);
  });

  it("reads what talks are on, and no sidelines", () => {
    expect(topics("Moreno held talks with Lask on water and energy security.", "held talks")).toEqual([
      "water",
      "energy security",
    ]);
    expect(topics("Moreno met Lask on the sidelines of a summit of a regional security-focused grouping.", "met")).toEqual([]);
    expect(topics("Moreno held talks with Lask on Monday on the occasion of the anniversary.", "held talks")).toEqual([]);
  });

  it("takes a guest list, a stop and half of a gift for no subject", () => {
    expect(distinctTopics(["trade", "event's invitation list", "providing Lask"], [])).toEqual(["trade"]);
    expect(topics("The ministers discussed a stop.")).toEqual([]);
  });

  it("takes no word for a subject that says nothing without what stands behind it", () => {
    expect(topics("They discussed trade and principles that would guide their teams.")).toEqual(["trade"]);
    expect(topics("They discussed preparations to impose swift sanctions.")).toEqual([]);
    expect(topics("They discussed stable energy markets in light of the storm.")).toEqual(["stable energy markets"]);
    expect(topics("They discussed helping Chad fight hunger.")).toEqual([]);
  });

  it("keeps what a bare noun is of", () => {
    expect(topics("They discussed humanitarian aid to the millions of islanders.")).toEqual([
      "humanitarian aid to the millions of islanders",
    ]);
  });

  it("leaves out who talked, and words that only begin a name", () => {
    const chad = { name: "Chad", kind: "country" as const, country: "TD" };
    expect(distinctTopics(["Chad", "Niger", "ongoing U.S.", "Mr"], [chad])).toEqual(["Niger"]);
  });

  it.each([
    [
      "what only leads in is left off",
      ["recent attacks on the port", "shared vision", "extensive cooperation"],
      ["attacks on the port"],
    ],
    [
      "an end that was cut off is left off",
      ["aid to Lask to help", "rocket attacks against Iraqi", "Space to discuss cooperation"],
      ["aid to Lask", "rocket attacks", "Space"],
    ],
    [
      "a longer phrase stands for the shorter one",
      ["flu", "flu pandemic", "the war against Lask", "Lask"],
      ["flu pandemic", "the war against Lask"],
    ],
    ["what names something stays beside it", ["Lask", "partners on Lask policy"], ["Lask", "partners on Lask policy"]],
  ])("%s", (_name, topics, kept) => {
    expect(distinctTopics(topics, [])).toEqual(kept);
  });

  it("looks behind the verbs and nouns that only announce a subject", () => {
    expect(topics("They discussed efforts to end the blockade and the importance of expanding grain exports.")).toEqual([
      "blockade",
      "grain exports",
    ]);
    expect(topics("The talks focused on issues such as debt and food prices.")).toEqual(["debt", "food prices"]);
  });

  it("reads an agenda and a passive from their subjects", () => {
    expect(topics("Maritime security and trade were on the agenda.")).toEqual(["Maritime security", "trade"]);
    expect(topics("New trade rules were discussed at the meeting.")).toEqual(["New trade rules"]);
  });

  it("leaves out what says nothing, people, and what somebody said next", () => {
    expect(topics("They discussed bilateral relations, regional issues and matters of mutual interest.")).toEqual([]);
    expect(topics("They discussed the situation, the ministry said.")).toEqual([]);
    expect(topics("They discussed trade, and Lask praised the harvest.")).toEqual(["trade"]);
  });

  it("gives each report of a sentence its own", () => {
    const text = "Moreno met Lask to discuss water and then called Riis to discuss debt.";
    expect(topics(text, "met", ["called"])).toEqual(["water"]);
    expect(topics(text, "called", ["met"])).toEqual(["debt"]);
  });
});
