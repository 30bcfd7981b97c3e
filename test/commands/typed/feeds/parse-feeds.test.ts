import { expect, test } from "vitest";
import { commandLine } from "../../../../src/commands/typed/command-line.ts";
import { typed } from "../../../fakes/typed.ts";

test.each([
  ["/feeds", { action: "list" }],
  ["/feeds list", { action: "list" }],
  ["/feeds add india-japan", { action: "add", what: "feed", topic: "india-japan" }],
  ["/feeds add calendar of quad", { action: "add", what: "calendar", topic: "quad" }],
  ["/feeds add digest india-japan", { action: "add", what: "digest", topic: "india-japan" }],
  ["/feeds calendar", { action: "add", what: "calendar" }],
  ["/feeds remove Ab12cd34", { action: "remove", target: "Ab12cd34" }],
  ["/feeds revoke Ab12cd34", { action: "remove", target: "Ab12cd34" }],
])("%s is understood, and its own line is understood alike", (line, understood) => {
  const intent = typed(line);
  expect(intent).toEqual({ kind: "feeds", ...understood });
  expect(typed(commandLine(intent))).toEqual(intent);
});
