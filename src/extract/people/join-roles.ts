import type { GivenRole } from "../../domain/evidence/extraction.ts";
import { OTHER_RANK } from "../en/people/office-words.ts";

/** The same office once, with whatever country or affiliation any of its mentions gives. */
export function joinRoles(roles: GivenRole[]): GivenRole[] {
  const joined: GivenRole[] = [];
  for (const role of roles) {
    const at = joined.findIndex((each) => isSameOffice(each, role));
    const known = joined[at];
    if (known === undefined) joined.push(role);
    else
      joined[at] = {
        title: known.title,
        affiliation: known.affiliation ?? role.affiliation,
        country: known.country ?? role.country,
      };
  }
  const named = joined.filter((role) => role.title !== null);
  const known = joined.find((role) => role.title === null)?.country ?? null;
  // "Sen. A, R-Ohio": the state that stands beside an office is the office's.
  if (named.length > 0)
    return withoutVaguer(named.map((role) => (known === null ? role : { ...role, country: role.country ?? known })));
  return joined;
}

function withoutVaguer(joined: GivenRole[]): GivenRole[] {
  const kept = joined.filter((role) => !joined.some((other) => other !== role && isVaguer(role, other)));
  return kept.map((role) => joined.filter((vague) => isVaguer(vague, role)).reduce(withMore, role));
}

function withMore(role: GivenRole, vague: GivenRole): GivenRole {
  return { ...role, affiliation: role.affiliation ?? vague.affiliation, country: role.country ?? vague.country };
}

function isSameOffice(a: GivenRole, b: GivenRole): boolean {
  return (
    a.title?.toLowerCase() === b.title?.toLowerCase() && (a.country === null || b.country === null || a.country === b.country)
  );
}

/** "Minister" beside "Defence Minister" says nothing more; "President" beside "Vice President" does. */
function isVaguer(role: GivenRole, other: GivenRole): boolean {
  if (role.title === null || other.title === null) return false;
  const [short, long] = [role.title.toLowerCase(), other.title.toLowerCase()];
  return (
    short !== long &&
    !short.includes(" ") &&
    (long.endsWith(` ${short}`) || long.startsWith(`${short} `)) &&
    !OTHER_RANK.test(long) &&
    (role.country === null || other.country === null || role.country === other.country)
  );
}
