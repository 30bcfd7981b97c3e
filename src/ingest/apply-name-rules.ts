import type { NameRuleRecord } from "../domain/evidence/evidence-store.ts";
import type { Extraction, Meeting, Person, Quote } from "../domain/evidence/extraction.ts";
import { ruleKey, type Separation, separateName } from "./separate-names.ts";

/** Separates two people of an article whom the engine took for one, if an admin has said that they are two. */
export function applyNameRules(extraction: Extraction, text: string, rules: NameRuleRecord[]): Extraction {
  let applied = extraction;
  for (const rule of rules) {
    if (rule.kind !== "different") continue;
    for (const person of applied.people) {
      const keys = [person.name, ...person.aliases].map(ruleKey);
      if (!keys.includes(rule.key) || !keys.includes(rule.otherKey)) continue;
      const going = ruleKey(person.name) === rule.key ? rule.otherKey : rule.key;
      const separation = separateName(person, text, going);
      if (separation !== null) applied = takeApart(applied, person, separation);
    }
  }
  return applied;
}

function takeApart(extraction: Extraction, person: Person, separation: Separation): Extraction {
  const { stays, goes } = separation;
  const rules = [...person.rules, "name-rule"];
  return {
    ...extraction,
    people: [
      ...extraction.people.map((each) => (each === person ? { ...stays, rules } : each)),
      ...(goes.mentions.length === 0 ? [] : [{ ...goes, rules }]),
    ],
    quotes: extraction.quotes.map((quote) => withSpeaker(quote, person, separation)),
    meetings: extraction.meetings.map((meeting) => withParticipants(meeting, person, separation)),
  };
}

function withSpeaker(quote: Quote, person: Person, { stays, goes, within }: Separation): Quote {
  if (quote.speaker?.name !== person.name) return quote;
  const name = within([quote.speaker.mention]).goes ? goes.name : stays.name;
  return { ...quote, speaker: { ...quote.speaker, name } };
}

function withParticipants(meeting: Meeting, person: Person, { stays, goes, within }: Separation): Meeting {
  const found = within(meeting.evidence);
  const participants = meeting.participants.flatMap((each) => {
    if (each.kind !== "person" || each.name !== person.name) return [each];
    return [...(found.stays ? [{ ...each, name: stays.name }] : []), ...(found.goes ? [{ ...each, name: goes.name }] : [])];
  });
  return { ...meeting, participants };
}
