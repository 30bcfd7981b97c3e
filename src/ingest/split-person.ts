import { mustHave } from "../domain/errors.ts";
import type {
  Attribution,
  EvidenceWriter,
  KnownPerson,
  NameRuleRecord,
  PersonEvidence,
} from "../domain/evidence/evidence-store.ts";
import type { ReportParticipant } from "../domain/evidence/meeting-store.ts";
import { officesOf } from "../domain/evidence/offices-of.ts";
import type { Range } from "../domain/evidence/span.ts";
import { extractArticle } from "../extract/extract-article.ts";
import { nameWords } from "../extract/names.ts";
import { correctQuotes } from "./corrections/correct-quotes.ts";
import { joinEvidence } from "./merge-people.ts";
import { regroupMeeting } from "./regroup-meetings.ts";
import { isFullName, ruleKey, type Separation, separateName } from "./separate-names.ts";

/**
 * Moves one name of a person, with all evidence under it, to a different person for good. Returns false, and changes nothing, if one of
 * the two would have no evidence.
 */
export async function splitPerson(
  writer: EvidenceWriter,
  { person, alias, setBy }: { person: KnownPerson; alias: string; setBy: string },
): Promise<boolean> {
  const going = ruleKey(alias);
  const parts: Parted[] = [];
  for (const attribution of await writer.attributions.of(person.key)) parts.push(await part(writer, attribution, going));
  if (parts.every(({ stays }) => stays === null) || parts.every(({ goes }) => goes === null)) return false;
  const otherKey = await keyOfOther(writer, alias, person.key);
  const known = new Map((await writer.attributions.of(otherKey)).map((each) => [each.articleKey, each.person]));
  const meetings = new Set<number>();
  for (const each of parts) {
    await move(writer, each, { otherKey, known: known.get(each.attribution.articleKey) });
    if (each.goes !== null) for (const report of each.attribution.reports) meetings.add(report.meetingKey);
  }
  await writer.people.setNameRules(rulesFor(going, parts), setBy);
  await writer.people.rebuild([person.key, otherKey]);
  await correctQuotes(writer, null);
  for (const key of meetings) await regroupMeeting(writer, key);
  return true;
}

/** An article's evidence on the person, under the names that stay and under the one that goes. */
interface Parted {
  attribution: Attribution;
  stays: PersonEvidence | null;
  goes: Omit<PersonEvidence, "personKey"> | null;
  within(places: Range[]): { stays: boolean; goes: boolean };
}

async function part(writer: EvidenceWriter, attribution: Attribution, going: string): Promise<Parted> {
  const { person, articleKey } = attribution;
  const uses = [person.name, ...person.aliases].some((name) => ruleKey(name) === going);
  const text = uses ? await writer.attributions.textOf(articleKey) : "";
  const separation = uses ? separateName(person, text, going) : null;
  if (separation !== null) {
    const { stays, goes } = withRoles(separation, text);
    return {
      attribution,
      stays: { ...stays, personKey: person.personKey },
      goes: goes.mentions.length === 0 ? null : goes,
      within: separation.within,
    };
  }
  const whole = ruleKey(person.name) === going;
  const within = () => ({ stays: !whole, goes: whole });
  return { attribution, stays: whole ? null : person, goes: whole ? person : null, within };
}

/** Whose roles are whose, where the engine tells the two apart by itself: they were merged by hand, and are taken apart again. */
function withRoles({ stays, goes }: Separation, text: string): Pick<Separation, "stays" | "goes"> {
  const article = { id: "", url: null, title: null, publisher: null, author: null, publishedAt: null, language: null, text };
  const { people } = extractArticle(article);
  const readAs = (name: string) => people.find((person) => ruleKey(person.name) === ruleKey(name));
  const [stayingPerson, goingPerson] = [readAs(stays.name), readAs(goes.name)];
  if (goingPerson === undefined || stayingPerson === undefined) return { stays, goes };
  return { stays: { ...stays, roles: officesOf(stayingPerson.roles) }, goes: { ...goes, roles: officesOf(goingPerson.roles) } };
}

/** An existing person with this name, or a new one. */
async function keyOfOther(writer: EvidenceWriter, alias: string, personKey: number): Promise<number> {
  const alike = await writer.people.withNameWords(nameWords(alias));
  const namesakes = alike.filter((each) => each.key !== personKey && ruleKey(each.name) === ruleKey(alias));
  const [made] = namesakes.length === 1 ? namesakes.map((each) => each.key) : await writer.people.create([alias]);
  const key = mustHave(made, "key of a person who was just created");
  return key;
}

async function move(
  writer: EvidenceWriter,
  { attribution, stays, goes, within }: Parted,
  other: { otherKey: number; known: PersonEvidence | undefined },
): Promise<void> {
  const { articleKey, filedOn, person, quotes, reports } = attribution;
  const { otherKey, known } = other;
  const given = goes === null ? known : joinEvidence(known, { ...goes, personKey: otherKey });
  const by = [stays, given].filter((each) => each !== null && each !== undefined);
  await writer.attributions.replace({ articleKey, filedOn, of: [person.personKey, otherKey], by });
  if (goes === null) return;
  const said = quotes.filter(({ mention }) => within(mention === null ? [] : [mention]).goes);
  await writer.attributions.setSpeaker(
    said.map((quote) => quote.key),
    otherKey,
  );
  for (const report of reports) {
    const participants = report.participants.flatMap((each): ReportParticipant[] => {
      if (each.personKey !== person.personKey) return [each];
      const found = within(report.evidence);
      return [...(found.stays ? [each] : []), ...(found.goes ? [{ ...each, name: goes.name, personKey: otherKey }] : [])];
    });
    await writer.attributions.setParticipants(report.key, participants);
  }
}

function rulesFor(going: string, parts: Parted[]): NameRuleRecord[] {
  const names = parts.flatMap(({ stays }) => (stays === null ? [] : [stays.name, ...stays.aliases.filter(isFullName)]));
  const keys = new Set(names.map(ruleKey));
  return [...keys].filter((key) => key !== going).map((otherKey) => ({ kind: "different", key: going, otherKey }));
}
