import type { Message } from "./prompt.ts";

/** English has about four characters a token; three is on the safe side of that for JSON. */
const CHARACTERS_A_TOKEN = 3;

/** About how many tokens a text has, rather too many than too few: for budgets, and for endpoints that do not say what they used. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}

export function promptTokensOf(messages: readonly Message[]): number {
  return tokensOf(messages.map((message) => message.content).join(""));
}
