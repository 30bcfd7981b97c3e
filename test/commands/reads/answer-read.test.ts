import { describe, expect, it } from "vitest";
import { answerRead, type ReadDeps } from "../../../src/commands/reads/answer-read.ts";
import { READS } from "../../../src/commands/reads/reads.ts";
import { verbatimPerAnswer } from "../../../src/commands/reads/verbatim.ts";
import type { Reply } from "../../../src/domain/chat/chat.ts";
import type { Block } from "../../../src/domain/chat/document.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { AppError } from "../../../src/domain/errors.ts";

const QUOTE = { articleId: "a1", start: 4, end: 23, text: "We share one ocean." };

/** A command whose list has these pages; of a list without pages, the first is all. */
function commandWith(pages: object[][]): ReadDeps["commands"] {
  return {
    answer: async (_, intent) => {
      const page = "page" in intent ? (intent.page ?? 1) : 1;
      const next = { ...intent, page: page + 1 } as Intent;
      const blocks: Block[] = page < pages.length ? [{ type: "actions", actions: [{ label: "More", intent: next }] }] : [];
      const document = { title: "List", audience: "asker", blocks, detail: [] } satisfies Reply["document"];
      return { document, data: pages[page - 1] ?? [], files: [], topic: null };
    },
  };
}

async function ask(name: string, given: object, { pages, verbatimWords = 300 }: { pages: object[][]; verbatimWords?: number }) {
  const read = READS.find((each) => each.name === name);
  if (read === undefined) throw new AppError("usage", `There is no read ${name}.`);
  const deps = { commands: commandWith(pages), articles: { load: async () => [] }, verbatim: verbatimPerAnswer(verbatimWords) };
  return answerRead(deps, { workspaceId: "w", userId: "u" }, { read, given });
}

describe("what a program is told of a list", () => {
  const planned = { status: "planned" };
  const cancelled = { status: "cancelled" };
  const held = { status: "held" };

  it.each([
    ["plans on one page, and what took place on another", 1, [[planned], [held]], { held: true, why: null }],
    ["what took place on a page before", 2, [[held], [planned]], { held: true, why: null }],
    ["a page behind the last", 7, [[planned], [held]], { held: true, why: null }],
    ["a page behind the last of plans", 7, [[planned]], { held: false, why: "planned" }],
    ["what was called off and what is planned", 1, [[cancelled], [planned]], { held: false, why: "planned" }],
    ["an empty list", 1, [[]], { held: false, why: "not-said" }],
  ])("of %s, all pages say whether it is held", async (...[, page, pages, expected]) => {
    expect(await ask("meetings", { page }, { pages })).toMatchObject(expected);
  });

  it("an answer that tells of a plan alone is not held", async () => {
    const answer = (status?: string) => [{ answer: "4 June 2026: She is to meet him.", citations: [QUOTE], status }] as object[];
    expect(await ask("ask", { question: "Will she meet him?" }, { pages: answer("planned") as object[][] })).toMatchObject({
      held: false,
      why: "planned",
    });
    expect(await ask("ask", { question: "Did she meet him?" }, { pages: answer() as object[][] })).toMatchObject({ held: true });
  });

  it("an article's quotations are said even where none may be quoted any more", async () => {
    expect(await ask("quotes", {}, { pages: [[QUOTE]], verbatimWords: 0 })).toMatchObject({
      held: true,
      data: [],
      shortened: true,
    });
  });

  it("a timeline's days are held whichever page shows them", async () => {
    expect(await ask("timeline", { about: "x", page: 3 }, { pages: [[held]] })).toMatchObject({ held: true, data: [] });
  });

  it.each([
    [300, { shortened: false, data: [{ text: QUOTE.text, end: QUOTE.end }] }],
    [2, { shortened: true, data: [{ text: "We share", end: 12 }] }],
  ])("with %i words an article, it says whether anything was left out", async (verbatimWords, expected) => {
    expect(await ask("quotes", {}, { pages: [[QUOTE]], verbatimWords })).toMatchObject(expected);
  });
});
