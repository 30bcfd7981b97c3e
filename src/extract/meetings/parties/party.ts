import type { ParticipantKind } from "../../../domain/evidence/extraction.ts";
import { countryName, countryWord } from "../../countries.ts";
import { SEATS, stateOfBody } from "../../en/bodies.ts";
import { isCalendarWord } from "../../en/calendar.ts";
import { STATE_TITLES } from "../../en/meeting-words.ts";
import { regionOf } from "../../en/regions.ts";
import { isStateOfUnion } from "../../people/states/us-states.ts";
import type { Scene, Side } from "../event.ts";
import { lowerAt } from "../event.ts";
import type { Actor } from "./actors.ts";
import { regionalSide } from "./regional-side.ts";

/** One who takes part, by name. `country` is the state's code, where the text says. */
export interface Party {
  name: string;
  kind: ParticipantKind;
  country: string | null;
  official: boolean;
  /** Where it stands in its sentence. */
  first: number;
  last: number;
  by: string;
}

/** How far before an office its country may stand: "Japan's and India's Defence and Foreign Ministries". */
const OWNER_REACH = 8;
const LIST_REACH = 70;

/** Sides as the contract names them: an office without a name stands for its country or body, where the words say which. */
export function partiesOfSides(scene: Scene, sides: readonly Side[]): Party[] {
  const parties: Party[] = [];
  const add = (party: Party): void => {
    if (!parties.some((known) => known.name === party.name)) parties.push(party);
  };
  for (const { actor, by } of sides) {
    if (actor.kind === "office") {
      const near = sides.find((other) => isBearer(scene, actor, other.actor));
      const bearer = near === undefined ? bearerBehind(scene, actor) : null;
      if (bearer !== null) add({ ...partyOf(scene, bearer), by });
      else if (near === undefined) for (const owner of ownersOf(scene, actor)) add({ ...owner, by });
    } else if (actor.kind === "capitals") {
      const unknown = by === "where" ? seatOf(scene, actor) : unknownName(scene, actor);
      if (unknown !== null) add({ ...unknown, by });
    } else if (actor.name !== null) add({ ...partyOf(scene, actor), by });
  }
  return parties;
}

/** "arrived in Washington", "a visit to the White House": the state whose government sits there. */
function seatOf(scene: Scene, actor: Actor): Omit<Party, "by"> | null {
  const words = scene.tokens.slice(actor.first, actor.last).map((token) => token.lower.replace(/[’']s$/u, ""));
  const code = SEATS[words.join(" ")];
  if (code === undefined) return null;
  return {
    name: countryName(code) ?? code,
    kind: "country",
    country: code,
    official: true,
    first: actor.first,
    last: actor.last,
  };
}

/** A name that nothing shows to be a person's but its place among the sides: "Erdogan will meet …". */
function unknownName(scene: Scene, actor: Actor): Omit<Party, "by"> | null {
  const words = scene.tokens.slice(actor.first, actor.last).filter((word, at) => at === 0 || !isCalendarWord(word.lower));
  const [first] = words;
  if (first === undefined) return null;
  const name = words
    .map((word) => word.text)
    .join(" ")
    .replace(/[’']s?$/u, "");
  const where = { first: actor.first, last: actor.last };
  const known = scene.cast.surnamed(words.at(-1)?.text.replace(/[’']s?$/u, "") ?? "");
  if (known !== null) return { name: known.name, kind: "person", country: known.country, official: known.official, ...where };
  if (!(scene.isBrief || hasTitleBefore(scene, actor.first) || scene.cast.recurs(first.text.replace(/[’']s?$/u, ""))))
    return null;
  if (
    words.length > 3 ||
    scene.tree.tags.slice(actor.first, actor.first + words.length).some((tag) => !/^(?:NNPS?|UH)$/.test(tag))
  )
    return null;
  if (countryWord(name) !== null || regionOf(name) !== null || words.some((_, at) => isStateOfUnion(words, at))) return null;
  if (
    words.some(
      (word) =>
        word.text.length < (words.length > 1 ? 2 : 3) || /[-–/\d]|^\p{Lu}\.\p{Lu}/u.test(word.text) || isNoName(word.text),
    )
  )
    return null;
  return { name, kind: "person", country: null, official: false, ...where };
}

/** "then-President Ronald Reagan". */
function hasTitleBefore(scene: Scene, at: number): boolean {
  return STATE_TITLES.has(lowerAt(scene, at - 1).replace(/^.*-/, ""));
}

/** "WASHINGTON", "Russians", "State": capitals that are no one's name. */
function isNoName(word: string): boolean {
  const bare = word.replace(/[’']s?$/u, "");
  return (
    /^\p{Lu}+$/u.test(bare) ||
    STATE_TITLES.has(bare.toLowerCase()) ||
    countryWord(bare.replace(/s$/, "")) !== null ||
    countryWord(bare) !== null
  );
}

function partyOf(scene: Scene, actor: Actor): Omit<Party, "by"> {
  const name = actor.name ?? "";
  const kind: ParticipantKind = actor.kind === "person" || actor.kind === "organisation" ? actor.kind : "country";
  const country =
    kind === "country"
      ? codeOf(name)
      : kind === "person"
        ? (scene.cast.people.find((each) => each.name === name)?.country ??
          scene.cast.surnamed(name.split(" ").at(-1) ?? "")?.country ??
          null)
        : stateOfBody(name);
  return { name, kind, country, official: actor.official, first: actor.first, last: actor.last };
}

function codeOf(name: string): string | null {
  return countryWord(name)?.code ?? null;
}

/** "her Fijian counterpart, Josefa Vakaloloma", "Prime Minister and Foreign Minister Mira Oduya": the office is the person's. */
function isBearer(scene: Scene, office: Actor, other: Actor): boolean {
  if (other.kind !== "person" || other.first < office.last || other.first - office.last > 6) return false;
  return lowerAt(scene, other.first - 1) === "," || isSecondOffice(scene, office, other);
}

function isSecondOffice({ tokens }: Scene, office: Actor, bearer: Actor): boolean {
  const words = tokens.slice(office.last + 1, bearer.last);
  const title = words.findIndex(({ lower }) => STATE_TITLES.has(lower));
  return (
    /^(?:and|&)$/.test(tokens[office.last]?.lower ?? "") &&
    title >= 0 &&
    words.slice(0, title).every((word) => word.capital && countryWord(word.text) === null)
  );
}

/** "the President of Guatemala, Alejandro Giammattei": whose office it is, right behind its comma. */
function bearerBehind(scene: Scene, office: Actor): Actor | null {
  if (isDash(scene, office.last)) return bearerBehindAside(scene, office.last);
  if (lowerAt(scene, office.last) !== "of" && lowerAt(scene, office.last) !== ",") return null;
  for (let i = office.last; i < Math.min(scene.tokens.length, office.last + 7); i++) {
    if (scene.tokens[i]?.text === ",")
      return scene.actors.find((actor) => actor.first === i + 1 && actor.kind === "person") ?? null;
    if (!(i === office.last || scene.tokens[i]?.capital === true || lowerAt(scene, i) === "the")) return null;
  }
  return null;
}

const ASIDE_REACH = 9;

/** "the agency's director — and the next minister — Ana Silva". */
function bearerBehindAside(scene: Scene, dash: number): Actor | null {
  for (let i = dash + 1; i <= dash + ASIDE_REACH; i++)
    if (isDash(scene, i)) return scene.actors.find((actor) => actor.first === i + 1 && actor.kind === "person") ?? null;
  return null;
}

function isDash({ tokens }: Scene, at: number): boolean {
  return /^[–—-]+$/u.test(tokens[at]?.text ?? "");
}

/** The countries and bodies that an office belongs to: "the Algerian minister", "NATO leaders", "the leaders of A, B and C", "African leaders". */
function ownersOf(scene: Scene, office: Actor): Omit<Party, "by">[] {
  const owners = [...ownersBefore(scene, office), ...ownersBehind(scene, office)];
  const region = owners.length > 0 ? null : regionalSide(scene, office);
  if (region === null) return owners;
  const where = { first: office.first, last: office.last };
  return [{ name: region, kind: "organisation", country: null, official: true, ...where }];
}

function countryAt(scene: Scene, at: number): Omit<Party, "by"> | null {
  const token = scene.tokens[at];
  const country =
    token === undefined ? undefined : scene.cast.countries.find((each) => each.start < token.end && token.start < each.end);
  if (country === undefined) return null;
  return { name: country.name, kind: "country", country: codeOf(country.name), official: true, first: at, last: at + 1 };
}

/** "Iran's supreme leader", "a senior Yemeni rebel official". */
function isAdjective(scene: Scene, at: number, office: Actor): boolean {
  return office.first - at <= 3 && /^(?:JJ|NN)/.test(scene.tree.tags[at] ?? "");
}

function ownersBefore(scene: Scene, office: Actor): Omit<Party, "by">[] {
  const owners: Omit<Party, "by">[] = [];
  for (let i = office.last - 1; i >= Math.max(0, office.first - OWNER_REACH); i--) {
    const token = scene.tokens[i];
    if (token === undefined) break;
    const country = countryAt(scene, i);
    const body = scene.actors.find(
      (actor) => actor.kind === "organisation" && actor.last === i + 1 && actor.last <= office.first,
    );
    if (country !== null) {
      if (!owners.some((owner) => owner.name === country.name)) owners.unshift(country);
    } else if (body !== undefined) {
      owners.unshift(partyOf(scene, body));
      i = body.first;
    } else if (
      i < office.first &&
      !token.capital &&
      !isAdjective(scene, i, office) &&
      !/^(?:and|foreign|prime|defence|defense|deputy|senior|top|new|former|,|finance|trade|then|vice|high-ranking|high-level)$/.test(
        token.lower,
      )
    )
      break;
  }
  return owners;
}

/** "of France, Germany and Britain", "from the G7", "of four allies – A, B and C", "including A and B". */
function ownersBehind(scene: Scene, office: Actor): Omit<Party, "by">[] {
  const owners: Omit<Party, "by">[] = [];
  const opening = lowerAt(scene, office.last);
  if (!/^(?:of|from|for|representing)$/.test(opening)) return owners;
  let quiet = 0;
  for (let i = office.last + 1; i < Math.min(scene.tokens.length, office.last + LIST_REACH); i++) {
    const token = scene.tokens[i];
    if (token === undefined) break;
    const country = countryAt(scene, i);
    const body = scene.actors.find((actor) => actor.kind === "organisation" && actor.first === i);
    if (country !== null) {
      if (
        !owners.some((owner) => owner.name === country.name) &&
        scene.actors.every((actor) => !(actor.kind === "person" && actor.first <= i && i < actor.last))
      )
        owners.push(country);
      quiet = 0;
    } else if (body !== undefined) {
      owners.push(partyOf(scene, body));
      i = body.last - 1;
      quiet = 0;
    } else if (/^(?:,|and|the|of|including|–|—|:|-|also|both|other|as|well|plus|namely)$/.test(token.lower)) continue;
    else if (
      owners.length === 0 &&
      /^(?:\p{Ll}+|\d+)$/u.test(token.text) &&
      ++quiet <= 4 &&
      !/^(?:in|on|at|to|with|for|after|who|that|which|met|will|was|were|is|are|have|has|had)$/.test(token.lower)
    )
      continue;
    else break;
  }
  return owners;
}
