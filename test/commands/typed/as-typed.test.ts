import { describe, expect, it } from "vitest";
import { asTyped, type Front } from "../../../src/commands/typed/as-typed.ts";

const FRONTS: Front[] = ["slack", "discord", "terminal", "shell"];

describe("a command in a sentence", () => {
  it.each([
    ["There is no command /x: /help lists the commands.", ["/attache help", "/attache help", "/help", "attache help"]],
    ["No article names Lund. /people lists everyone.", ["/attache people", "/person list", "/people", "attache people"]],
    ["Next: /meetings nato page 2", ["/meetings nato", "/meetings nato", "/meetings nato", "attache meetings nato"]],
    ["Type /attache set names members.", ["/attache set", "/attache set", "/attache set", "attache set"]],
    ["The status is /status.", ["/attache status.", "/attache status.", "/status.", "attache status."]],
  ])("is written as each front types it: %s", (sentence, written) => {
    expect(FRONTS.map((front, at) => asTyped(sentence, front).includes(written[at] ?? "?"))).toEqual([true, true, true, true]);
  });

  it.each([
    "Read https://a.example/people and /srv/attache/sources.",
    "There is no source “/people”.",
    "Either/or, and 24/7: a path /status/page too.",
  ])("is no part of an address, a path or what somebody typed: %s", (sentence) => {
    expect(FRONTS.map((front) => asTyped(sentence, front))).toEqual([sentence, sentence, sentence, sentence]);
  });
});
