import type { ModelFailure, ModelOutcome, ModelUsage } from "../../domain/model/language-model.ts";
import type { Ask } from "./ask.ts";
import { promptTokensOf, tokensOf } from "./count-tokens.ts";
import { findObject } from "./find-object.ts";
import { type Completion, completionSchema } from "./schema.ts";

/** What came back, as an answer or as the reason why there is none. Pure. */
export function readCompletion<Answer>(value: unknown, ask: Ask<Answer>): ModelOutcome<Answer> {
  const parsed = completionSchema.safeParse(value);
  if (!parsed.success) return { kind: "failed", failure: "schema", usage: { inputTokens: 0, outputTokens: 0 } };
  const usage = usageOf(parsed.data, ask);
  const failed = (failure: ModelFailure): ModelOutcome<Answer> => ({ kind: "failed", failure, usage });
  const [choice] = parsed.data.choices ?? [];
  if (choice === undefined) return failed("empty");
  if ((choice.message?.refusal ?? "") !== "" || choice.finish_reason === "content_filter") return failed("refusal");
  if (choice.finish_reason === "length") return failed("truncated");
  const content = (choice.message?.content ?? "").trim();
  if (content === "") return failed("empty");
  const found = findObject(content);
  if (found === "cut") return failed("truncated");
  const answer = found === null ? null : ask.read(found.json);
  return answer === null ? failed("schema") : { kind: "draft", draft: answer, usage };
}

/** What the server says that it used; where it says nothing, the budget is charged with an estimate. */
export function usageOf({ usage, choices }: Completion, { messages }: Pick<Ask<unknown>, "messages">): ModelUsage {
  if (usage != null) return { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
  const message = choices?.[0]?.message;
  return { inputTokens: promptTokensOf(messages), outputTokens: tokensOf(`${message?.content ?? ""}${message?.refusal ?? ""}`) };
}
