import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { shellLine } from "../../../src/adapters/terminal/shell-line.ts";

it.each([
  ["attache sources list", ["sources", "list"]],
  ['attache briefing "since june" since 2026-03-01', ["briefing", '"since june"', "since", "2026-03-01"]],
  [
    "attache sources add https://gazette.example/feed?a=1&b=$HOME",
    ["sources", "add", "https://gazette.example/feed?a=1&b=$HOME"],
  ],
  ["attache person O'Neill; rm -rf *", ["person", "O'Neill;", "rm", "-rf", "*"]],
  ["attache sources starter Österreich `x`", ["sources", "starter", "Österreich", "`x`"]],
])("%s reaches the program as it stands", (line, words) => {
  const script = `attache() { printf '%s\\0' "$@"; }\n${shellLine(line)}`;
  expect(execFileSync("/bin/sh", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1)).toEqual(words);
});
