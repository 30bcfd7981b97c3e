import type {
  EvidenceWriter,
  KnownPerson,
  NameRuleRecord,
  PersonEvidence,
  ReportParticipant,
} from "../domain/evidence/evidence-store.ts";
import { correctQuotes } from "./corrections/correct-quotes.ts";
import { regroupMeeting } from "./regroup-meetings.ts";
import { isFullName, ruleKey } from "./separate-names.ts";

/** Merges two known people for good, under the name of the kept one, who gets all evidence of the other. */
export async function mergePeople(
  writer: EvidenceWriter,
  { keep, merge, setBy }: { keep: KnownPerson; merge: KnownPerson; setBy: string },
): Promise<void> {
  const kept = new Map((await writer.attributions.of(keep.key)).map((each) => [each.articleKey, each.person]));
  const moved = await writer.attributions.of(merge.key);
  const meetings = new Set<number>();
  for (const { articleKey, filedOn, person, quotes, reports } of moved) {
    const joined = joinEvidence(kept.get(articleKey), { ...person, personKey: keep.key });
    await writer.attributions.replace({ articleKey, filedOn, of: [keep.key, merge.key], by: [joined] });
    await writer.attributions.setSpeaker(
      quotes.map((quote) => quote.key),
      keep.key,
    );
    for (const report of reports) {
      await writer.attributions.setParticipants(report.key, mergedParticipants(report.participants, merge.key, keep.key));
      meetings.add(report.meetingKey);
    }
  }
  await writer.people.setNameRules(rulesFor(keep, merge, new Set(moved.map((each) => each.person.name))), setBy);
  await writer.people.rebuild([keep.key, merge.key]);
  await correctQuotes(writer, null);
  for (const key of meetings) await regroupMeeting(writer, key);
}

export function joinEvidence(before: PersonEvidence | undefined, person: PersonEvidence): PersonEvidence {
  if (before === undefined) return person;
  const mentions = new Map([...before.mentions, ...person.mentions].map((mention) => [mention.start, mention]));
  return {
    personKey: person.personKey,
    name: before.name,
    aliases: [...new Set([...before.aliases, person.name, ...person.aliases])].filter((name) => name !== before.name),
    roles: [...before.roles, ...person.roles],
    mentions: [...mentions.values()].sort((a, b) => a.start - b.start),
  };
}

function mergedParticipants(participants: ReportParticipant[], from: number, to: number): ReportParticipant[] {
  const renamed = participants.map((each) => (each.personKey === from ? { ...each, personKey: to } : each));
  return renamed.filter((each, at) => each.personKey !== to || renamed.findIndex((other) => other.personKey === to) === at);
}

/** The name itself, and every other full name that articles call the merged one by. A surname alone would claim every namesake. */
function rulesFor(keep: KnownPerson, merge: KnownPerson, names: ReadonlySet<string>): NameRuleRecord[] {
  const key = ruleKey(keep.name);
  const merged = new Set([merge.name, ...[...names].filter(isFullName)].map(ruleKey));
  return [...merged].filter((otherKey) => otherKey !== key).map((otherKey) => ({ kind: "same", key, otherKey }));
}
