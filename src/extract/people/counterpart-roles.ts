import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Cluster } from "./cluster.ts";
import { countryBeforeCounterpart } from "./counterparts.ts";
import type { FoundPerson } from "./found-people.ts";

/** How many sentences back the office may stand that a counterpart holds too. */
const REACH_SENTENCES = 1;

/**
 * "The foreign minister met her Fijian counterpart, Josefa Vakaloloma": the counterpart holds the same office for another country. Only
 * where the text gives no office of their own.
 */
export function addCounterpartRoles(model: TextModel, found: { cluster: Cluster; person: FoundPerson }[]): void {
  const people = found.map((each) => each.person);
  for (const { cluster, person } of found) {
    if (person.roles.some((role) => role.title !== null)) continue;
    for (const { span } of cluster.members) {
      const counterpart = countryBeforeCounterpart(model.tokens, span);
      if (counterpart === null) continue;
      const office = officeBefore(model, people, { person, at: span.start });
      if (office !== null) person.roles = [{ title: office, affiliation: null, country: counterpart.country }];
      break;
    }
  }
}

function officeBefore(model: TextModel, people: FoundPerson[], from: { person: FoundPerson; at: number }): string | null {
  const sentence = sentenceAt(model, from.at);
  const start = model.sentences[Math.max(0, (sentence?.index ?? 0) - REACH_SENTENCES)]?.start ?? 0;
  const before = people
    .filter((other) => other !== from.person && other.roles.some((role) => role.title !== null))
    .flatMap((other) => other.mentions.map((mention) => ({ other, at: mention.start })))
    .filter(({ at }) => at >= start && at < from.at)
    .sort((a, b) => b.at - a.at);
  return before[0]?.other.roles.find((role) => role.title !== null)?.title ?? null;
}
