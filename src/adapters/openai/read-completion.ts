import type { ModelFailure, ModelOutcome, ModelUsage, WritingTask } from "../../domain/model/language-model.ts";
import { promptTokensOf, tokensOf } from "./count-tokens.ts";
import { findObject } from "./find-object.ts";
import { readDraftJson } from "./read-draft-json.ts";
import { type Completion, completionSchema } from "./schema.ts";

/** What came back, as a draft or as the reason why there is none. Pure. */
export function readCompletion(value: unknown, task: WritingTask): ModelOutcome {
  const parsed = completionSchema.safeParse(value);
  if (!parsed.success) return { kind: "failed", failure: "schema", usage: { inputTokens: 0, outputTokens: 0 } };
  const usage = usageOf(parsed.data, task);
  const failed = (failure: ModelFailure): ModelOutcome => ({ kind: "failed", failure, usage });
  const [choice] = parsed.data.choices ?? [];
  if (choice === undefined) return failed("empty");
  if ((choice.message?.refusal ?? "") !== "" || choice.finish_reason === "content_filter") return failed("refusal");
  if (choice.finish_reason === "length") return failed("truncated");
  const content = (choice.message?.content ?? "").trim();
  if (content === "") return failed("empty");
  const found = findObject(content);
  if (found === "cut") return failed("truncated");
  const draft = found === null ? null : readDraftJson(found.json, task.prose);
  return draft === null ? failed("schema") : { kind: "draft", draft, usage };
}

/** What the server says that it used; where it says nothing, the budget is charged with an estimate. */
export function usageOf({ usage, choices }: Completion, task: WritingTask): ModelUsage {
  if (usage != null) return { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  const message = choices?.[0]?.message;
  return { inputTokens: promptTokensOf(task), outputTokens: tokensOf(`${message?.content ?? ""}${message?.refusal ?? ""}`) };
}
