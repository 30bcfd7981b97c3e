import type { Participant } from "../../domain/evidence/extraction.ts";
import { countryWord } from "../countries.ts";
import { POSSESSIVES } from "../en/function-words.ts";
import { isTitleModifier } from "../en/titles.ts";
import type { Actor } from "./parties/actors.ts";
import type { SentenceView, Trigger } from "./trigger.ts";

/** Longer than this a title no longer fits the line of a list. */
const MAX_TITLE = 110;

/**
 * A short title in the article's own words: from the first party to the last one around the trigger. Where that is long, the names
 * and the words of the trigger.
 */
export function titleOf(
  view: SentenceView,
  trigger: Trigger,
  { parties, participants }: { parties: Actor[]; participants: Participant[] },
): string {
  const first = withTitle(view, Math.min(nounPhraseStart(view, trigger), ...parties.map((party) => party.first)));
  const last = Math.max(trigger.last, ...parties.map((party) => party.last));
  const words = cut(view, first, last);
  if (words.length <= MAX_TITLE) return capitalised(words);
  const names = participants.map((participant) => participant.name).join(", ");
  const title = names === "" ? cut(view, trigger.first, trigger.last) : `${names}: ${cut(view, trigger.first, trigger.last)}`;
  return capitalised(title.length <= MAX_TITLE ? title : `${title.slice(0, title.lastIndexOf(" ", MAX_TITLE - 1))} …`);
}

/** Back over the title that an office's last word ends: "Armenia's prime minister". */
function withTitle({ tokens }: SentenceView, from: number): number {
  let first = from;
  while (first > 0 && from - first < 5) {
    const word = tokens[first - 1]?.text ?? "";
    if (!isTitleModifier(word) && countryWord(word.replace(/['’]s$/, "")) === null) break;
    first--;
  }
  return first;
}

/** The adjectives before a trigger's noun belong to its name: "second 2+2 ministerial". */
function nounPhraseStart(view: SentenceView, trigger: Trigger): number {
  if (trigger.first !== trigger.at) return trigger.first;
  let first = trigger.first;
  while (first > 0 && trigger.first - first < 5 && /^(?:\d\+\d|\p{L}[\p{L}’'-]*)$/u.test(view.tokens[first - 1]?.text ?? "")) {
    const word = view.tokens[first - 1]?.lower ?? "";
    if (
      /^(?:the|a|an|of|in|on|at|for|to|since|after|before|during|and|with|by|from|until|ahead|that|this|is|was|has|have|had)$/.test(
        word,
      )
    )
      break;
    first--;
    if (POSSESSIVES.has(word)) break;
  }
  return trigger.rule.endsWith("meeting") || trigger.rule.includes("noun") ? first : trigger.first;
}

function cut(view: SentenceView, first: number, last: number): string {
  const start = view.tokens[first]?.start ?? 0;
  const end = view.tokens[last - 1]?.end ?? start;
  return view.text.slice(start, end).replace(/\s+/g, " ");
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The proper name of an event around its noun, lower case: "strategic dialogue", "2+2 ministerial"; null for plain words. */
export function eventName(view: SentenceView, trigger: Trigger): string | null {
  const noun = view.tokens[trigger.at];
  if (noun === undefined || trigger.kind === "visit") return null;
  const words = [noun.lower];
  for (let i = trigger.at - 1; i >= Math.max(0, trigger.at - 5); i--) {
    const token = view.tokens[i];
    if (token === undefined || /[’']s$/u.test(token.text)) break;
    if ((token.capital && noun.capital) || /^\d\+\d$/.test(token.text)) words.unshift(token.lower);
    else if (token.lower !== "ministerial") break;
  }
  if (/^\d\+\d$/.test(words[0] ?? "")) return words[0] ?? null;
  return words.length > 1 && noun.capital ? words.join(" ") : null;
}
