import { describe, expect, it } from "vitest";
import { tryDraft } from "../../src/model/try-draft.ts";
import { createFakeModel, draftOf, numberOf } from "../fakes/language-model.ts";

const NEVER = new AbortController().signal;

describe("one draft on a built-in passage", () => {
  it("is shown in the passage's words where the model points", async () => {
    const model = createFakeModel((task) =>
      draftOf({ copies: [{ sentence: numberOf(task, "fisheries"), keep: [], heading: "", opener: "" }] }),
    );
    expect(await tryDraft(model, "copy", NEVER)).toEqual({
      isFine: true,
      sentence:
        "fake-briefing made a draft on a built-in passage (100 tokens in, 10 out): They signed an agreement on fisheries, the Norwegian ministry said.",
    });
  });

  it("is checked where the model writes", async () => {
    const model = createFakeModel((task) =>
      draftOf({ points: [{ text: "The ministers met in Porto on Monday.", sentences: [numberOf(task, "in Lisbon")] }] }),
    );
    expect(await tryDraft(model, "checked", NEVER)).toMatchObject({
      isFine: false,
      sentence: expect.stringContaining("its sentences were refused (name)"),
    });
  });

  it("says of a model that points at nothing, or fails, what to do", async () => {
    expect(
      (
        await tryDraft(
          createFakeModel(() => draftOf({})),
          "copy",
          NEVER,
        )
      ).sentence,
    ).toContain("points at no sentence");
    const usage = { inputTokens: 0, outputTokens: 0 };
    const failing = createFakeModel(() => ({ kind: "failed", failure: "credit", usage, said: "You owe us." }));
    expect(await tryDraft(failing, "copy", NEVER)).toEqual({
      isFine: false,
      sentence:
        "fake-briefing makes no draft: the account of the language model has no credit left: add some at the provider, or set another OPENAI_API_KEY (it says: You owe us.).",
    });
  });
});
