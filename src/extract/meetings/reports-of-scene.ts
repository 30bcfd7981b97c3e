import type { MeetingStatus } from "../../domain/evidence/extraction.ts";
import { isInternationalBody } from "../en/bodies.ts";
import { ATTEND_VERBS } from "../en/event-words.ts";
import { AWAITS, INVITES, INVITES_SOMEBODY, WISHED_FOR } from "../en/meetings/status-words.ts";
import { isOnlySetting } from "./beside.ts";
import { withOwnDays } from "./each-table.ts";
import { encounterKind, isEncounter, remoteAfter, type Seated } from "./encounter.ts";
import type { EventWord, Scene, Standing } from "./event.ts";
import { lowerAt } from "./event.ts";
import { bodyOf } from "./event-body.ts";
import { eventName } from "./event-name.ts";
import { referenceOf } from "./event-reference.ts";
import { findEvents, summitNameOf } from "./find-events.ts";
import { withinOf, withSetting } from "./part-of.ts";
import { endsPlace } from "./parties/ends-place.ts";
import { nounSides, topOf } from "./parties/noun-sides.ts";
import { type Party, partiesOfSides } from "./parties/party.ts";
import { tablesOf } from "./parties/tables-of.ts";
import { isOnMargins, type Sides, verbSides } from "./parties/verb-sides.ts";
import { withoutQuoted } from "./parties/without-quoted.ts";
import type { Report } from "./reports.ts";
import { NEGATION } from "./status/modality.ts";
import { standingOf } from "./status/standing.ts";
import { lowerWords } from "./status/untrue.ts";
import { withPlanAbove } from "./status/with-plan-above.ts";
import { topicsOfSentence } from "./what/topics-of-sentence.ts";
import { dateOfEvent, type EventContext, isAimedAt } from "./when/date-of-event.ts";
import { movedDay } from "./when/moved-day.ts";
import { placeOfMeeting } from "./where/place-of-meeting.ts";
import { placeOfPlan } from "./where/place-of-plan.ts";

/** So many words before an event may name whose leaders' it is. */
const BODY_REACH = 6;

export type SceneContext = Omit<EventContext, "others">;

/** An event with those who take part by the grammar. */
interface ToldEvent extends Seated {
  event: EventWord;
}

/** Everything that one sentence reports, each event with those who take part by its grammar. */
export function reportsOfScene(scene: Scene, context: SceneContext): Report[] {
  const events = findEvents(scene).flatMap((event) => seated(scene, event) ?? []);
  const told = events.map((each) => {
    const others = [...events.filter((other) => other !== each).map(({ event }) => event), ...datelineOf(scene)];
    return { at: each.event.at, reports: reportsOfEvent(scene, each, { ...context, others }) };
  });
  const settings = told.flatMap(({ reports }) => reports.filter(({ isSetting }) => isSetting));
  const found = told.map(({ at, reports }) => ({
    at,
    reports: withPlanAbove(scene, { at, reports }, told).map((report) => withSetting(report, settings)),
  }));
  return found.flatMap(({ at, reports }) => {
    const purpose = found.find((other) => isPurposeOf(scene, other.at, at) && other.reports[0]?.name === null);
    if (purpose === undefined || reports[0]?.kind !== "visit")
      return reports[0]?.name === null &&
        found.some((other) => other.reports[0]?.kind === "visit" && isPurposeOf(scene, at, other.at))
        ? []
        : reports;
    return reports.map((report) => withPeopleOf(report, purpose.reports));
  });
}

/** "visit Tbilisi for talks with her counterpart": what a journey is for is told with it. */
function isPurposeOf(scene: Scene, noun: number, visit: number): boolean {
  return (
    noun > visit &&
    scene.tree.heads[noun] === visit &&
    lowerAt(scene, (scene.tree.kids[noun] ?? []).find((kid) => scene.tree.rels[kid] === "case") ?? -1) === "for"
  );
}

/** Whom the visitor comes to see stands for the state visited. */
function withPeopleOf(visit: Report, talks: readonly Report[]): Report {
  const people = talks
    .flatMap((each) => each.parties)
    .filter((party) => party.kind === "person" && !visit.parties.some((known) => known.name === party.name));
  if (people.length === 0) return visit;
  return {
    ...visit,
    parties: [...visit.parties.filter((party) => party.kind === "person"), ...people],
    rules: [...visit.rules, ...talks.flatMap((each) => each.rules)],
  };
}

/** An event's sides; null where it is none between states. */
function seated(scene: Scene, event: EventWord): ToldEvent | null {
  const found = event.form === "verb" ? verbSides(scene, event) : nounSides(scene, event);
  if (found === null) return null;
  const told = withoutQuoted(scene, event, found);
  // "spoke on the margins of the summit with Falk": with him was spoken.
  const sides = event.form === "noun" && isOnMargins(scene, event.at) ? { ...told, right: [] } : told;
  const isOnlyPlace = (party: Party): boolean => event.kind !== "visit" && endsPlace(scene, party);
  const left = partiesOfSides(scene, sides.left).filter((party) => !isOnlyPlace(party));
  const right = partiesOfSides(scene, sides.right).filter(
    (party) => !isOnlyPlace(party) && !left.some((known) => known.name === party.name),
  );
  return isEncounter(scene, event, { sides, left, right }) ? { event, sides, left, right } : null;
}

function reportsOfEvent(scene: Scene, { event, sides, left, right }: ToldEvent, context: EventContext): Report[] {
  const told = standingOf(scene, event);
  const stays = told.status === "none" && event.kind === "summit" && bodyOf(scene, event, sides) !== null;
  if (told.status === "none" && !stays) return [];
  const standing: Standing = stays ? { status: null, why: told.why } : told;
  const read = reportOf(scene, event, { standing, context, sides });
  const base = event.kind === "summit" && isInvitedTo(scene, event, told) ? notYet(scene, event, read) : read;
  const who = participantsOfEvent(scene, event, {
    left: stays
      ? left.filter((party) => party.by === "compound" || party.by === "of")
      : isAbsent(told)
        ? left.filter((party) => party.by !== "subject")
        : left,
    right,
  });
  const tables = tablesOf(scene, event, { sides, left: who.left, right: who.right });
  const reports = tables.map((parties) => ({
    ...base,
    hosted: event.kind !== "visit" || who.right.length > 0,
    parties,
    rules: [
      `${event.form}: “${textOf(scene, event)}”${standing.why.length === 0 ? "" : ` under “${standing.why.join("”, “")}”`}; ${parties.map((party) => `${party.name} (${party.by})`).join(", ")}`,
      ...base.rules,
    ],
  }));
  return tables.length > 1 ? withOwnDays(scene, reports, context) : reports;
}

function isInvitedTo(scene: Scene, event: EventWord, { status, why }: Standing): boolean {
  if (status === "none" && INVITES.test(why.at(-1) ?? "")) return true;
  return status !== "planned" && INVITES_SOMEBODY.test(lowerWords(scene.tokens.slice(0, event.first)));
}

/** "on Monday invited her to the summit": the day is of the invitation, and the summit is to come. */
function notYet({ tokens }: Scene, { last }: EventWord, report: Report): Report {
  const isDated =
    report.date?.precision === "day" && !report.rules.some((rule) => isDateIn(rule, lowerWords(tokens.slice(last))));
  const told = report.status === "held" && isDated ? { status: "planned" as const, told: ["planned" as const] } : {};
  const lean = report.status === null ? { lean: "planned" as const } : {};
  return { ...report, ...told, ...lean, ...(isDated ? { date: null, isDateSaid: false } : {}) };
}

function isDateIn(rule: string, words: string): boolean {
  const date = /^date: “(.*)”$/u.exec(rule)?.[1];
  return date !== undefined && words.includes(date.toLowerCase());
}

/** "will not attend the summit": that is, without the subject. */
function isAbsent({ status, why }: Standing): boolean {
  return status === null && ATTEND_VERBS.has(why.at(-1) ?? "") && why.some((word) => NEGATION.test(word));
}

function reportOf(
  scene: Scene,
  event: EventWord,
  { standing, context, sides }: { standing: Standing; context: EventContext; sides: Sides },
): Report {
  const { sentence } = context;
  const kind = encounterKind(scene, event);
  const lean = leanOf(scene, event, standing);
  const told = standing.status === "none" ? null : standing.status;
  const moved = movedDay(scene, event, { status: told, dates: context.dates });
  const { date, status, isDateSaid, words } =
    moved === null
      ? dateOfEvent(scene, event, { status: told, context })
      : { ...moved, status: "planned" as const, isDateSaid: true };
  const isSetting = event.kind === "summit" && isOnlySetting(scene, event.at);
  const { others } = context;
  const isPerson = (token: number): boolean =>
    scene.actors.some((actor) => actor.kind === "person" && actor.first <= token && token < actor.last);
  const placed = { tokens: scene.tokens, grammar: scene.tree, others, kind, isPerson };
  const place = placeOfMeeting({ ...placed, event }) ?? placeOfPlan(scene, event, placed);
  return {
    kind,
    status,
    lean,
    told: status === null ? [] : [status],
    date,
    isDateSaid,
    isSetting,
    mentions: [scene.tokens[event.at]?.start ?? sentence.start],
    within: [withinOf(scene, event, [event, ...others])].filter((each) => each !== null),
    place,
    parties: [],
    hosted: true,
    name: bodyOf(scene, event, sides),
    word: lowerAt(scene, event.at),
    pair: sides.plural.length > 0 && !isOfBody(scene, event),
    ...referenceOf(scene, event),
    isKindOpen: kind === "call" && event.verb === "talk" && remoteAfter(scene, event) === null,
    attends: isAttended(scene, event),
    topics: topicsOfSentence({
      tokens: scene.tokens,
      grammar: scene.tree,
      event,
      others: others.filter((other) => !isPurposeOf(scene, other.at, event.at)),
      isPerson,
      place,
    }),
    evidence: [{ start: sentence.start, end: sentence.end }],
    sentences: [sentence],
    firstSentence: sentence.index,
    lastSentence: sentence.index,
    rules: words === null ? [] : [`date: “${words}”`],
  };
}

/** "the Nordic Council virtual leaders’ meeting": of the body's leaders, not of the two who speak of it. */
function isOfBody({ actors, tokens }: Scene, { at }: EventWord): boolean {
  return (
    /[’']$/u.test(`${tokens[at - 2]?.text ?? ""}${tokens[at - 1]?.text ?? ""}`) &&
    actors.some(({ kind, first, last }) => kind === "organisation" && last <= at && first >= at - BODY_REACH)
  );
}

/** "also attended the meeting". */
function isAttended(scene: Scene, event: EventWord): boolean {
  return event.form === "noun" && ATTEND_VERBS.has(lowerAt(scene, scene.tree.heads[topOf(scene, event.at)] ?? -1));
}

/** What an event of which the grammar says nothing is taken for: "to meet Falk", with no verb over it, is to come. */
function leanOf(scene: Scene, event: EventWord, standing: Standing): MeetingStatus {
  if (event.form === "verb") return "planned";
  const last = standing.why.at(-1) ?? "";
  if (isAimedAt(scene, event)) return "planned";
  return WISHED_FOR.test(last.split(" ")[0] ?? "") ||
    /(?:before|ahead|until|for|to|into|eve of)$/.test(last) ||
    (standing.why.some((word) => AWAITS.test(word)) && !standing.why.includes("during")) ||
    scene.tokens.some((token) => /^(?:upcoming|forthcoming)$/.test(token.lower))
    ? "planned"
    : "held";
}

/** A visit's parties are people and who receives them; of offices without a country nobody knows who they are. */
function participantsOfEvent(
  scene: Scene,
  event: EventWord,
  { left, right }: { left: Party[]; right: Party[] },
): { left: Party[]; right: Party[] } {
  const named = summitNameOf(scene, event);
  if (named !== null)
    return { left: [{ ...named, kind: "organisation", country: null, official: true, by: "its name" }, ...left], right };
  const own = left.some((party) => party.by === "compound" || party.by === "of") ? null : eventName(scene, event);
  if (own !== null)
    return {
      left: [
        { ...own, name: bodyIn(own.name) ?? own.name, kind: "organisation", country: null, official: true, by: "its name" },
        ...left,
      ],
      right,
    };
  if (event.kind === "summit" && left.length + right.length === 1)
    return { left, right: [...right, ...hostCountry(scene, event)] };
  if (event.kind !== "visit") return { left, right };
  const visitors = left.filter((party) => party.kind === "person");
  const hosts = right.filter(
    (party) => !visitors.some((visitor) => visitor.country !== null && visitor.country === party.country),
  );
  const people = hosts.filter((party) => party.kind === "person");
  return { left: visitors.length > 0 ? visitors : left, right: people.length > 0 ? people : hosts };
}

function textOf(scene: Scene, { first, last }: { first: number; last: number }): string {
  return scene.tokens
    .slice(first, last)
    .map((token) => token.text)
    .join(" ");
}

/** "attended the first summit of its kind in the United Kingdom": whose guests they are. */
function hostCountry(scene: Scene, event: EventWord): Party[] {
  const at = event.last;
  if (lowerAt(scene, at) !== "in") return [];
  const actor = scene.actors.find((each) => each.kind === "country" && each.first >= at + 1 && each.first <= at + 2);
  return actor === undefined || actor.name !== textOf(scene, actor) ? [] : partiesOfSides(scene, [{ actor, by: "host" }]);
}

/** "TOKYO, March 9 -": its day is the report's, not the event's. */
function datelineOf(scene: Scene): EventWord[] {
  if (scene.dateline === 0) return [];
  return [{ at: 0, form: "noun", verb: null, kind: "talks", first: 0, last: scene.dateline }];
}

/** "UN Food Systems Summit": whose gathering it is. */
function bodyIn(name: string): string | null {
  return name.split(" ").slice(0, 1).find(isInternationalBody) ?? null;
}
