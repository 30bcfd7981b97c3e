import { describe, expect, it } from "vitest";
import { commandLine } from "../../../src/commands/typed/command-line.ts";
import { type ChatLine, type ChatMeaning, readChatLine } from "../../../src/commands/typed/read-chat-line.ts";
import {
  AMONG_OTHERS,
  type ChatLineCase,
  DIRECT,
  IN_OUR_THREAD,
  NAMING_THE_APP,
  WRITTEN_LATER,
} from "../../fixtures/chat-lines.ts";
import { WRITTEN_THIRD } from "../../fixtures/chat-lines-third.ts";

const MOMENT = { nowMs: Date.UTC(2026, 10, 29, 12), timeZone: null };

function read(text: string, place: ChatLine["place"]): ChatMeaning {
  return readChatLine({ text: text.replaceAll("<@APP>", "<@U0BOT>"), place, app: ["<@U0BOT>"] }, MOMENT);
}

function said(meaning: ChatMeaning): string {
  if (meaning.kind === "question" && !meaning.isSure) return "perhaps";
  if (meaning.kind !== "intent") return meaning.kind;
  return meaning.intent.kind === "unclear" ? "unclear" : commandLine(meaning.intent);
}

function wrongIn(cases: readonly ChatLineCase[], place: ChatLine["place"]): string[] {
  return cases.flatMap(([text, expected]) => {
    const got = said(read(text, place));
    const isRight = got === expected || (got === "perhaps" && expected === "question");
    return isRight ? [] : [`${text} → ${got}, not ${expected}`];
  });
}

describe("a line in a chat", () => {
  it("in a thread of the app's is answered if it asks, and left alone if it does not", () => {
    expect(wrongIn(IN_OUR_THREAD, "ours")).toEqual([]);
  });

  it("that names the app is a command, a question or small talk, wherever it stands", () => {
    expect(wrongIn(NAMING_THE_APP, "elsewhere")).toEqual([]);
  });

  it("to the app alone is answered, its small talk with a smile or the help", () => {
    expect(wrongIn(DIRECT, "direct")).toEqual([]);
  });

  it("is read as people who had not seen the rules meant it", () => {
    expect(WRITTEN_LATER.flatMap(([place, ...line]) => wrongIn([line], place))).toEqual([]);
  });

  it("is read as a third table has it, written before a look at the rules", () => {
    expect(WRITTEN_THIRD.flatMap(([place, ...line]) => wrongIn([line], place))).toEqual([]);
  });

  it("where nobody named the app is nothing to it", () => {
    expect(wrongIn(AMONG_OTHERS, "elsewhere")).toEqual([]);
  });
});
