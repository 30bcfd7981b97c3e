import type { ModelFailure, ModelOutcome, ModelUsage } from "../../domain/model/language-model.ts";
import type { Ask } from "./ask.ts";
import { isCut, promptTokensOf, tokensOf } from "./count-tokens.ts";
import { findObject } from "./find-object.ts";
import { type Completion, completionSchema, type Message } from "./schema.ts";

/** What came back, as an answer or as the reason why there is none. Pure. */
export function readCompletion<Answer>(value: unknown, ask: Ask<Answer>): ModelOutcome<Answer> {
  const parsed = completionSchema.safeParse(value);
  if (!parsed.success) return { kind: "failed", failure: "schema", usage: { inputTokens: 0, outputTokens: 0 } };
  const usage = usageOf(parsed.data, ask);
  const failed = (failure: ModelFailure): ModelOutcome<Answer> => ({
    kind: "failed",
    failure,
    usage,
    ...cutIn(parsed.data, ask),
  });
  const [choice] = parsed.data.choices ?? [];
  if (choice === undefined) return failed("empty");
  if (choice.finish_reason === "content_filter") return failed("filter");
  if ((choice.message?.refusal ?? "") !== "") return failed("refusal");
  if (choice.finish_reason === "length") return failed("truncated");
  const content = contentOf(choice.message);
  if (content === "") return failed("empty");
  const found = findObject(content);
  if (found === "cut") return failed("truncated");
  const answer = found === null ? null : ask.read(found.json);
  return answer === null ? failed("schema") : { kind: "draft", draft: answer, usage, ...cutIn(parsed.data, ask) };
}

/** An answer stands in its own field; where that is empty, some servers have put it behind the thoughts. */
function contentOf(message: Message | null | undefined): string {
  const content = (message?.content ?? "").trim();
  return content === "" ? (message?.reasoning_content ?? message?.reasoning ?? "").trim() : content;
}

/** What the server says that it used; where it says nothing, the budget is charged with an estimate. */
export function usageOf({ usage, choices }: Completion, { messages }: Pick<Ask<unknown>, "messages">): ModelUsage {
  if (usage != null) {
    const cached = usage.prompt_tokens_details?.cached_tokens ?? 0;
    const tokens = { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens };
    return cached > 0 ? { ...tokens, cachedTokens: Math.min(cached, usage.prompt_tokens) } : tokens;
  }
  const message = choices?.[0]?.message;
  return { inputTokens: promptTokensOf(messages), outputTokens: tokensOf(`${message?.content ?? ""}${message?.refusal ?? ""}`) };
}

/** Where the endpoint read only a part of the prompt, how many tokens of it. */
function cutIn({ usage }: Completion, { messages }: Pick<Ask<unknown>, "messages">): { cutAt?: number } {
  return usage != null && isCut(messages, usage.prompt_tokens) ? { cutAt: usage.prompt_tokens } : {};
}
