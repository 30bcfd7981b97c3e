import type { Person, Role } from "../../src/domain/evidence/extraction.ts";
import { nameKey } from "../../src/domain/evidence/fold-name.ts";
import { officesOf } from "../../src/domain/evidence/offices-of.ts";
import { withoutTitles } from "../../src/extract/en/titles.ts";
import { nameWords } from "../../src/extract/names.ts";
import type { Row, Rows } from "./rows.ts";

interface Counted {
  id: number;
  articles: number;
  aliases: Map<string, { uses: number; usesAsName: number }>;
  roles: Map<string, CountedRole>;
}

interface CountedRole extends Role {
  firstSeen: string;
  lastSeen: string;
  uses: number;
  firstArticleId: number;
  firstPlace: number;
  articles: { articleId: number; place: number; filedOn: string }[];
}

interface CountedArticle {
  articleId: number;
  filedOn: string;
}

export interface PeopleCount {
  /** Counts the people of one article; their keys by their names. */
  add(people: Person[], article: CountedArticle): ReadonlyMap<string, number>;
  rows(): Rows;
}

/** Counts up people with their names and offices over all articles, as the store does article by article. */
export function createPeopleCount(workspaceId: string): PeopleCount {
  const counted = new Map<string, Counted>();
  return {
    add(people, article) {
      return new Map(
        people.map((person) => {
          const known = counted.get(person.name) ?? { id: counted.size + 1, articles: 0, aliases: new Map(), roles: new Map() };
          counted.set(person.name, known);
          known.articles += 1;
          count(known, person, article);
          return [person.name, known.id];
        }),
      );
    },
    rows: () => rowsOf(workspaceId, counted),
  };
}

function count({ aliases, roles }: Counted, person: Person, { articleId, filedOn }: CountedArticle): void {
  for (const name of new Set([person.name, ...person.aliases])) {
    const known = aliases.get(name) ?? { uses: 0, usesAsName: 0 };
    aliases.set(name, { uses: known.uses + 1, usesAsName: known.usesAsName + (name === person.name ? 1 : 0) });
  }
  for (const [place, { title, affiliation, country }] of officesOf(person.roles).entries()) {
    const key = JSON.stringify([title, affiliation, country]);
    const fresh = { title, affiliation, country, firstSeen: filedOn, lastSeen: filedOn, uses: 0, articles: [] };
    const known: CountedRole = roles.get(key) ?? { ...fresh, firstArticleId: articleId, firstPlace: place };
    known.uses += 1;
    known.articles.push({ articleId, place, filedOn });
    if (filedOn < known.firstSeen) known.firstSeen = filedOn;
    if (filedOn > known.lastSeen) known.lastSeen = filedOn;
    roles.set(key, known);
  }
}

function rowsOf(workspaceId: string, counted: ReadonlyMap<string, Counted>): Rows {
  const tables: Record<string, Row[]> = { Person: [], Alias: [], NameWord: [], Role: [], RoleArticle: [] };
  for (const [name, { id, articles, aliases, roles }] of counted) {
    const offices = [...roles.values()].filter((role) => role.country !== null).sort((a, b) => b.uses - a.uses);
    tables["Person"]?.push({ id, workspaceId, name, country: offices[0]?.country ?? null, uses: articles });
    for (const [alias, uses] of aliases)
      tables["Alias"]?.push({ workspaceId, personId: id, name: alias, key: nameKey(alias), ...uses });
    const words = new Set([...aliases.keys()].flatMap((alias) => nameWords(withoutTitles(alias))));
    for (const word of words) tables["NameWord"]?.push({ workspaceId, word, personId: id });
    for (const { articles: given, ...role } of roles.values()) {
      const roleId = (tables["Role"]?.length ?? 0) + 1;
      tables["Role"]?.push({ id: roleId, personId: id, ...role });
      for (const article of given) tables["RoleArticle"]?.push({ roleId, ...article });
    }
  }
  return new Map(Object.entries(tables));
}
