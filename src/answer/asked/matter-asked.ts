import { stripEnd } from "../../domain/strip-end.ts";
import { contentWords } from "../../evidence/words.ts";
import {
  AGREED,
  ASKS_MATTER,
  ASKS_MATTER_OF,
  ASKS_WHAT_ONE,
  ASKS_WHAT_WAS_AGREED,
  ASKS_WHEN,
  ASKS_WHY_MET,
  DEALT_WITH,
  DISCUSSED,
  NAME_IN_FRONT,
  PURPOSE,
  TALKED_ABOUT,
  TOLD_TO,
} from "../../extract/en/questions/meeting-words.ts";

/** What a question asks those who met to have talked of. */
export interface AskedMatter {
  /** Names those who met. */
  who: string;
  /** Asks for the meeting itself. */
  when: string;
  /** What a sentence holds that answers, best first. */
  words: RegExp[];
  /** Whether the next best adds to the best. */
  adds: boolean;
  /** Words of what it asks them to have talked of: "fisheries" in "what did they discuss about fisheries?"; empty where it asks for all. */
  about: string[];
}

/** "When did Lund and Moe speak or meet in Oslo?" of what they discussed there, or of what one said to the other; null where that was not asked. */
export function askOfThoseWhoTalked(text: string, asking: string): string | null {
  const bare = stripEnd(text, /[?.!\s]/);
  const [one = "", told = ""] = bare.replace(ASKS_WHAT_ONE, "").split(TOLD_TO);
  const other = NAME_IN_FRONT.exec(told)?.[0];
  if (ASKS_WHAT_ONE.test(bare) && other !== undefined)
    return `${asking} did ${one} and ${other} speak or meet${told.slice(other.length)}`;
  const when = ASKS_MATTER.test(bare) ? readMatter(text)?.when : undefined;
  return when === undefined ? null : when.replace(ASKS_WHEN, `${asking} `);
}

/** Null where a question asks for none. */
export function readMatter(text: string): AskedMatter | null {
  const bare = stripEnd(text, /[?.!\s]/);
  const [, who, verb, tail = ""] = ASKS_MATTER.exec(bare) ?? [];
  const spoken = [DISCUSSED, DEALT_WITH];
  if (who !== undefined && verb !== undefined) {
    const words = ASKS_WHAT_WAS_AGREED.test(verb) ? [AGREED] : spoken;
    const [said = "", about = ""] = TALKED_ABOUT.exec(tail) ?? [];
    return {
      who,
      when: `When did ${who} speak or meet${tail.slice(said.length)}`,
      words,
      adds: true,
      about: contentWords(about),
    };
  }
  const [, met, day = ""] = ASKS_MATTER_OF.exec(bare) ?? [];
  if (met !== undefined) return { who: met, when: `When did ${met} speak or meet${day}`, words: spoken, adds: true, about: [] };
  if (!ASKS_WHY_MET.test(bare)) return null;
  return { who: bare, when: bare.replace(ASKS_WHY_MET, "When "), words: [PURPOSE, ...spoken], adds: false, about: [] };
}
