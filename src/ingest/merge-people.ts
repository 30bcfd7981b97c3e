import type { EvidenceWriter, KnownPerson, NameRuleRecord, PersonEvidence } from "../domain/evidence/evidence-store.ts";
import type { ReportParticipant } from "../domain/evidence/meeting-store.ts";
import { correctQuotes } from "./corrections/correct-quotes.ts";
import { regroupMeeting } from "./regroup-meetings.ts";
import { isFullName, ruleKey } from "./separate-names.ts";

/** Merges two known people for good, under the name of the kept one, who gets all evidence of the other. */
export async function mergePeople(
  writer: EvidenceWriter,
  { keep, merge, setBy }: { keep: KnownPerson; merge: KnownPerson; setBy: string },
): Promise<void> {
  const { names, meetings } = await moveEvidence(writer, { keep: keep.key, merge: merge.key });
  await writer.people.setNameRules(rulesFor(keep, merge, names), setBy);
  await settle(writer, { keys: [keep.key, merge.key], meetings });
}

/** Gives a known person all evidence of another who turned out to be the same. No rule is set: what the articles say next decides anew. */
export async function absorbPerson(writer: EvidenceWriter, keys: { keep: number; merge: number }): Promise<void> {
  const { meetings } = await moveEvidence(writer, keys);
  await settle(writer, { keys: [keys.keep, keys.merge], meetings });
}

async function settle(writer: EvidenceWriter, { keys, meetings }: { keys: number[]; meetings: Set<number> }): Promise<void> {
  // A merged name is chosen by its rules, so they must be set before.
  await writer.people.rebuild(keys);
  await correctQuotes(writer, null);
  for (const key of meetings) await regroupMeeting(writer, key);
}

/** The names that the moved evidence gave, and the meetings in which somebody else takes part now. */
async function moveEvidence(
  writer: EvidenceWriter,
  { keep, merge }: { keep: number; merge: number },
): Promise<{ names: Set<string>; meetings: Set<number> }> {
  const kept = new Map((await writer.attributions.of(keep)).map((each) => [each.articleKey, each.person]));
  const moved = await writer.attributions.of(merge);
  const meetings = new Set<number>();
  for (const { articleKey, filedOn, person, quotes, reports } of moved) {
    const joined = joinEvidence(kept.get(articleKey), { ...person, personKey: keep });
    await writer.attributions.replace({ articleKey, filedOn, of: [keep, merge], by: [joined] });
    await writer.attributions.setSpeaker(
      quotes.map((quote) => quote.key),
      keep,
    );
    for (const report of reports) {
      await writer.attributions.setParticipants(report.key, mergedParticipants(report.participants, merge, keep));
      meetings.add(report.meetingKey);
    }
  }
  return { names: new Set(moved.map((each) => each.person.name)), meetings };
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
