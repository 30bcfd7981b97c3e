import { KIN, OFFICE_KIN, OWNERS } from "../en/people/name-words.ts";
import { GOES_ON_ABOUT_ONE, NO_LONGER_SERVING } from "../en/people/office-words.ts";
import { firstIndex } from "../first-index.ts";
import type { TextModel } from "../read-text.ts";
import { sentenceAt } from "../read-text.ts";
import type { FoundPerson } from "./found-people.ts";

/** So far before "his wife" the one stands whose wife she is. */
const REACH_CHARACTERS = 240;

interface Relation {
  word: string;
  /** Where the words begin that say whose: "his", "Lund's"; the owner stands there, or before it. */
  ownerStart: number;
  isNamed: boolean;
}

/**
 * What somebody is to another: "his wife, Ada Lund" is the "Wife of" whoever was named before, "Lund's predecessor Max Toll" held Lund's
 * office. Only where the text gives no office.
 */
export function addRelations(model: TextModel, people: FoundPerson[]): void {
  const mentions = people
    .flatMap((person) => person.mentions.map((mention) => ({ person, start: mention.start, end: mention.end })))
    .sort((a, b) => a.start - b.start);
  for (const person of people) {
    if (person.roles.some((role) => role.title !== null)) continue;
    for (const mention of person.mentions) {
      const relation = relationBefore(model, mention.start);
      if (relation === null) continue;
      const at = relation.isNamed
        ? firstIndex(mentions, (each) => each.end > relation.ownerStart)
        : firstIndex(mentions, (each) => each.start >= relation.ownerStart) - 1;
      const owner = mentions[at];
      if (
        owner === undefined ||
        owner.person === person ||
        relation.ownerStart - owner.end > REACH_CHARACTERS ||
        owner.start >= mention.start
      )
        continue;
      if (!relation.isNamed && !isNear(model, { from: owner.start, to: mention.start, relation })) continue;
      relate(person, owner.person, relation.word);
      break;
    }
  }
}

/** In the same sentence or the one before; an office's predecessor also one further, over a sentence that goes on with "he" or "she". */
function isNear(model: TextModel, { from, to, relation }: { from: number; to: number; relation: Relation }): boolean {
  const [first, last] = [sentenceAt(model, from)?.index ?? 0, sentenceAt(model, to)?.index ?? 0];
  if (last - first <= 1) return true;
  const between = model.sentences[last - 1];
  return (
    last - first === 2 &&
    OFFICE_KIN.test(relation.word) &&
    between !== undefined &&
    GOES_ON_ABOUT_ONE.test(model.text.slice(between.start, between.end))
  );
}

function relationBefore(model: TextModel, start: number): Relation | null {
  const { tokens } = model;
  let at = firstIndex(tokens, (token) => token.start >= start) - 1;
  // "his wife, Countess Ada": a title may stand between.
  for (let steps = 0; steps < 2 && tokens[at]?.kind === "word" && tokens[at]?.capital === true; steps++) at--;
  if (tokens[at]?.text === ",") at--;
  const word = tokens[at];
  const owner = tokens[at - 1];
  if (word === undefined || owner === undefined || !(KIN.test(word.text) || OFFICE_KIN.test(word.text))) return null;
  if (OWNERS.test(owner.text)) return { word: word.lower, ownerStart: owner.start, isNamed: false };
  return /['’]s?$/.test(owner.text) && owner.capital ? { word: word.lower, ownerStart: owner.start, isNamed: true } : null;
}

function relate(person: FoundPerson, owner: FoundPerson, word: string): void {
  const office = owner.roles.find((role) => role.title !== null && !NO_LONGER_SERVING.test(role.title));
  const known = person.roles.find((role) => role.country !== null)?.country ?? null;
  if (OFFICE_KIN.test(word)) {
    if (office?.title == null) return;
    const title = word === "predecessor" ? `Former ${office.title}` : office.title;
    person.roles = [{ title, affiliation: office.affiliation, country: office.country }];
  } else {
    person.roles = [
      { title: `${word.charAt(0).toUpperCase()}${word.slice(1)} of ${owner.name}`, affiliation: null, country: known },
    ];
  }
  person.rules.push(word);
}
