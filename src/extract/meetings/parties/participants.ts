import type { Participant } from "../../../domain/evidence/extraction.ts";
import { subjectPartiesIn } from "../frame.ts";
import type { SentenceView, Trigger } from "../trigger.ts";
import type { Actor, NamedCountry } from "./actors.ts";
import { partiesIn } from "./parties.ts";

/** How far before an office its country may stand: "Japan's and India's Defence and Foreign Ministries". */
const OWNER_REACH = 7;

/** Everyone who takes part by the words of a trigger: its subject's and its object's parties, and people of "for talks with". */
export function partiesOf(view: SentenceView, trigger: Trigger): Actor[] {
  const parties: Actor[] = [];
  if (trigger.subject !== null) parties.push(...subjectPartiesIn(view, trigger.subject));
  if (trigger.object !== null) {
    const wanted = trigger.rule === "visited" || trigger.rule === "on-a-visit" ? isPersonOrOffice : () => true;
    parties.push(...partiesIn(view, { ...trigger.object, links: trigger.links, direct: trigger.direct }).filter(wanted));
  }
  const whose = trigger.kind === "summit" ? view.actors.find((actor) => isWhoseSummit(view, trigger, actor)) : undefined;
  if (whose !== undefined && !parties.includes(whose)) parties.push(whose);
  return parties;
}

/** "the Quad summit", "the summit of the Quad". */
function isWhoseSummit({ tokens }: SentenceView, trigger: Trigger, actor: Actor): boolean {
  if (actor.kind !== "organisation") return false;
  if (actor.last === trigger.at) return true;
  const between = tokens.slice(trigger.at + 1, actor.first).map((token) => token.lower);
  return actor.first > trigger.at && /^of(?: the)?$/.test(between.join(" "));
}

function isPersonOrOffice(actor: Actor): boolean {
  return actor.kind === "person" || actor.kind === "office";
}

/** Parties as the contract names them. An office without a name stands for its country, where the words say which. */
export function participantsOf(view: SentenceView, parties: Actor[], countries: NamedCountry[]): Participant[] {
  const participants: Participant[] = [];
  const add = (participant: Participant): void => {
    if (!participants.some((known) => known.name === participant.name)) participants.push(participant);
  };
  for (const party of parties) {
    if (party.kind === "person" || party.kind === "country" || party.kind === "organisation") {
      if (party.name !== null) add({ name: party.name, kind: party.kind });
    } else if (party.kind === "office" && !isAppositive(view, party, parties)) {
      for (const owner of ownersOf(view, party, countries)) add(owner);
    }
  }
  return participants;
}

/** "her Fijian counterpart, Josefa Vakaloloma": the office is the person's. */
function isAppositive(view: SentenceView, office: Actor, parties: Actor[]): boolean {
  return parties.some(
    (party) =>
      party.kind === "person" &&
      party.first >= office.last &&
      party.first - office.last <= 6 &&
      view.tokens[party.first - 1]?.text === ",",
  );
}

/** The countries that an office belongs to: "the Algerian Prime Minister", "the leaders of France, Germany and Britain"; or the body: "of the Quad". */
function ownersOf({ tokens, actors }: SentenceView, office: Actor, countries: NamedCountry[]): Participant[] {
  const owners: Participant[] = [];
  const at = (index: number): NamedCountry | undefined => {
    const token = tokens[index];
    return token === undefined ? undefined : countries.find((country) => country.start < token.end && token.start < country.end);
  };
  for (let i = office.last - 1; i >= Math.max(0, office.first - OWNER_REACH); i--) {
    const token = tokens[i];
    if (token === undefined) break;
    const country = at(i);
    if (country !== undefined) owners.unshift({ name: country.name, kind: "country" });
    else if (
      i < office.first &&
      !token.capital &&
      !/^(?:and|foreign|prime|defence|defense|deputy|senior|top|new|former|,)$/.test(token.lower)
    )
      break;
  }
  if (tokens[office.last]?.lower !== "of") return owners;
  for (let i = office.last + 1; i < Math.min(tokens.length, office.last + 14); i++) {
    const country = at(i);
    const token = tokens[i];
    const body = !/s$/.test(tokens[office.last - 1]?.lower ?? "")
      ? undefined
      : actors.find((actor) => actor.kind === "organisation" && actor.first === i);
    if (country !== undefined) owners.push({ name: country.name, kind: "country" });
    else if (body?.name != null) {
      owners.push({ name: body.name, kind: "organisation" });
      i = body.last - 1;
    } else if (token === undefined || !/^(?:,|and|the|of)$/.test(token.lower)) break;
  }
  return owners;
}
