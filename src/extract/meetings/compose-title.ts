import type { MeetingKind, Participant } from "../../domain/evidence/extraction.ts";

/** More names than this no longer fit the line of a list. */
const MAX_NAMES = 4;
/** Names of states that English says with an article. */
const VENUES =
  /^(?:Department|Ministry|Office|Embassy|House|Palace) of\b|^(?:United Nations|UN)$|\b(?:House|Palace|Department|Kremlin|Pentagon|Capitol|Office|Zone|Ministry|Embassy|Hotel|Castle|Élysée|Elysee|Chancellery|Vatican)$/;
const WITH_ARTICLE =
  /^(?:United |Hague$|(?:Department|Ministry|Office|Embassy|Republic|Kingdom) of |U\.?[KSN]\.?$|UK$|US$|UN$|EU$|UAE$|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Seychelles|.* (?:Islands|Republic|Emirates|Kingdom|States))/;

/** "Meeting of Ana Ferreira and Tomas Lind in Vienna", "G20 summit in Bali", "Visit of Ana Ferreira to Sweden", "Visit to Vienna: Ana Ferreira and Tomas Lind". */
export function composeTitle(kind: MeetingKind, participants: readonly Participant[], place: string | null): string {
  const where = place === null ? "" : whereOf(place);
  if (kind === "visit") return visitTitle(participants, place);
  const body = participants.find((each) => each.kind === "organisation");
  if (kind === "summit" && body !== undefined)
    return capitalised(
      `${/\bsummit\b|\b(?:conference|forum|COP-?\d+)$/i.test(body.name) ? body.name : `${body.name} summit`}${where}`,
    );
  const names = listed(participants.map(({ name }) => withArticle(name)));
  switch (kind) {
    case "call":
      return `Call between ${names}`;
    case "video":
      return `Video call between ${names}`;
    case "talks":
      if (participants.length === 1 && body !== undefined) return `${body.name} talks${where}`;
      return `Talks between ${names}${where}`;
    case "statement-signing":
      return `Signing by ${names}${where}`;
    default:
      return `${kind === "summit" ? "Summit" : "Meeting"} of ${names}${where}`;
  }
}

function visitTitle(participants: readonly Participant[], place: string | null): string {
  const hosts = participants.filter((each) => each.kind === "country").map(({ name }) => name);
  const people = participants.filter((each) => each.kind === "person").map(({ name }) => name);
  const to = place ?? hosts[0] ?? null;
  const names = people.length > 0 ? listed(people) : listed(participants.map(({ name }) => withArticle(name)));
  // Of two, one may be at home there: "called on the prime minister in Vienna".
  if (to !== null && people.length > 1) return `Visit to ${withArticle(to)}: ${names}`;
  return `Visit of ${names}${to === null ? "" : ` to ${withArticle(to)}`}`;
}

/** "in Vienna", "in the U.K.", "at the White House". */
function whereOf(place: string): string {
  return VENUES.test(place) ? ` at ${withArticle(place)}` : ` in ${withArticle(place)}`;
}

function withArticle(name: string): string {
  const needsOne =
    WITH_ARTICLE.test(name) ||
    (VENUES.test(name) &&
      !/^(?!(?:Royal|Presidential|National|Imperial|Grand|State) )\p{Lu}\p{L}+ (?:Palace|House|Castle)$|Downing/u.test(name)) ||
    name === "White House";
  // The Dutch city has its article in its name.
  return needsOne ? `${name === "Hague" ? "The" : "the"} ${name}` : name;
}

function listed(names: readonly string[]): string {
  if (names.length > MAX_NAMES) return `${names.slice(0, MAX_NAMES - 1).join(", ")} and ${names.length - MAX_NAMES + 1} others`;
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
