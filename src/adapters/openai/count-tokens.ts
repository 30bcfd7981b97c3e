import type { Message } from "./prompt.ts";

/** English has about four characters a token; three is on the safe side of that for JSON. */
const CHARACTERS_A_TOKEN = 3;

/** About how many tokens a text has, rather too many than too few: for budgets, and for endpoints that do not say what they used. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}

/** About how many characters fit into so many tokens. */
export function charactersIn(tokens: number): number {
  return tokens * CHARACTERS_A_TOKEN;
}

export function promptCharactersOf(messages: readonly Message[]): number {
  return messages.reduce((sum, message) => sum + message.content.length, 0);
}

export function promptTokensOf(messages: readonly Message[]): number {
  return Math.ceil(promptCharactersOf(messages) / CHARACTERS_A_TOKEN);
}

/** No tokenizer of English makes so few tokens of so many characters: an endpoint that says so has cut the prompt. */
const MOST_CHARACTERS_A_TOKEN = 5.5;
/** Of a shorter prompt nothing is cut, and some servers do not count what they had in their cache. */
const LEAST_CHARACTERS_CUT = 6000;

/** Whether an endpoint read only the part of a prompt that it counts. */
export function isCut(messages: readonly Message[], promptTokens: number): boolean {
  const characters = promptCharactersOf(messages);
  return promptTokens > 0 && characters >= LEAST_CHARACTERS_CUT && characters / promptTokens > MOST_CHARACTERS_A_TOKEN;
}
