import type { Role } from "../../domain/evidence/extraction.ts";

/** The same office once, with whatever country or affiliation any of its mentions gives. */
export function joinRoles(roles: Role[]): Role[] {
  const joined: Role[] = [];
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
  return joined.filter((role) => !joined.some((other) => other !== role && isVaguer(role, other)));
}

function isSameOffice(a: Role, b: Role): boolean {
  return a.title.toLowerCase() === b.title.toLowerCase() && (a.country === null || b.country === null || a.country === b.country);
}

/** "Minister" beside "Defence Minister" says nothing more. */
function isVaguer(role: Role, other: Role): boolean {
  const [short, long] = [role.title.toLowerCase(), other.title.toLowerCase()];
  return (
    short !== long &&
    !short.includes(" ") &&
    (long.endsWith(` ${short}`) || long.startsWith(`${short} `)) &&
    (role.country === null || other.country === null || role.country === other.country)
  );
}
