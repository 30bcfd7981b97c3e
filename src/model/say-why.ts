import type { NoDraft } from "../domain/model/language-model.ts";

const WHY: Record<NoDraft, string> = {
  key: "the language model refuses the key: check OPENAI_API_KEY",
  "not-found": "the endpoint does not know this model or address: check OPENAI_MODEL and OPENAI_BASE_URL",
  "rate-limit": "the language model accepts no more requests at the moment",
  request: "the endpoint rejects the request: docs/llm.md says what it must support",
  server: "the language model's server failed",
  unreachable: "the language model's server could not be reached",
  timeout: "the language model did not answer in time",
  truncated: "the language model's answer was cut off",
  schema: "the language model's answer had the wrong format",
  refusal: "the language model declined to answer",
  empty: "the language model's answer was empty",
  credit: "the account of the language model has no credit left: add some at the provider, or set another OPENAI_API_KEY",
  context: "the question and its articles are longer than the model takes: set OPENAI_CONTEXT_TOKENS to what it takes",
  filter: "the endpoint's content filter stopped the text",
  "web-page": "the address answers with a web page instead of JSON: check OPENAI_BASE_URL, which usually ends with /v1",
  busy: "too many texts are waiting for the language model",
  budget: "today's budget for the language model is spent",
};

/** Why the local engine wrote instead, as the end of a sentence. */
export function sayWhy(why: NoDraft): string {
  return WHY[why];
}

/** The same with what the endpoint says itself, for whoever runs it. */
export function sayWhyInFull(why: NoDraft, said: string): string {
  return said === "" ? sayWhy(why) : `${sayWhy(why)} (it says: ${said})`;
}
