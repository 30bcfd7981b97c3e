import { US_PARTIES } from "../../en/people/country-words.ts";
import type { Token } from "../../tokens.ts";

/** The states of the United States: a senator of one of them acts for the union. Names and the press's abbreviations (Associated Press). */
const STATES = new Set(
  (
    "Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Georgia;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;" +
    "Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York;" +
    "North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;" +
    "Washington;West Virginia;Wisconsin;Wyoming"
  ).split(";"),
);

/** Whether a state's name ends at this token: "Vermont", "New York"; "Democratic" and "Republican" may stand behind it. */
export function isStateOfUnion(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (US_PARTIES.has(token.text)) return isStateOfUnion(tokens, at - 1);
  return STATES.has(token.text) || STATES.has(`${tokens[at - 1]?.text ?? ""} ${token.text}`);
}
