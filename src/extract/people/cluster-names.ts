import { distance } from "fastest-levenshtein";
import { foldName } from "../../domain/evidence/fold-name.ts";
import { ROYAL_TITLE } from "../en/people/name-words.ts";
import { compareNames, type PersonName } from "../names.ts";
import type { Candidate, Cluster } from "./cluster.ts";
import { speakerOfSurname } from "./speaker-of-surname.ts";

/** Mentions of one person brought together: full names first, then surnames and misspelt ones, each to the nearest name before it. */
export function clusterNames(all: Candidate[]): Cluster[] {
  const candidates = withoutPairs(all);
  const clusters: Cluster[] = [];
  const full = candidates.filter(
    (each) => each.name.words.filter((word) => word.length > 1).length > 1 || each.name.words.length > 1,
  );
  // A name that has come before in the same letters needs no comparison with all the others.
  const seen = new Map<string, Cluster>();
  for (const candidate of full) {
    const cluster =
      seen.get(candidate.text) ?? clusters.find((each) => isSameFullName(each, candidate)) ?? newCluster(clusters, candidate);
    if (cluster.members.at(-1) !== candidate) join(cluster, candidate);
    seen.set(candidate.text, cluster);
  }
  const fullSet = new Set(full);
  const single = candidates.filter((each) => !fullSet.has(each));
  const frequent = new Map<string, number>();
  for (const each of single) frequent.set(each.name.words[0] ?? "", (frequent.get(each.name.words[0] ?? "") ?? 0) + 1);
  const bySurname = surnameIndex(clusters);
  const rest: Candidate[] = [];
  for (const candidate of single) {
    const cluster = surnameCluster(bySurname, candidate) ?? misspeltCluster(clusters, candidate, frequent);
    if (cluster === null) rest.push(candidate);
    else cluster.members.push(candidate);
    if (cluster !== null) cluster.lastSingle = candidate.span.start;
  }
  return [...clusters, ...clusterSingles(rest)];
}

/** "Trump-Kim" is two people where each of them is named by himself; "Ben-Ari" is one. */
function withoutPairs(candidates: Candidate[]): Candidate[] {
  const last = new Set(candidates.map(({ span }) => span.words.at(-1) ?? ""));
  return candidates.filter(({ span }) => {
    const parts = span.words.length === 1 ? (span.words[0] ?? "").split(/[-–]/) : [];
    return parts.length !== 2 || !parts.every((part) => /^\p{Lu}/u.test(part) && last.has(part));
  });
}

function isSameFullName(cluster: Cluster, candidate: Candidate): boolean {
  const relation = compareNames(cluster.lead, candidate.name);
  if (relation === "different" || relation === "misspelt" || relation === "unnumbered")
    if (endsWith(cluster.lead, candidate.name) || endsWith(candidate.name, cluster.lead)) return true;
  return (
    relation === "same" ||
    relation === "variant" ||
    relation === "familiar" ||
    (relation === "misspelt" && sharesSurname(cluster.lead, candidate.name))
  );
}

/** Within one article, two spellings of a first name before one surname are one person only where they differ by little. */
function sharesSurname(a: PersonName, b: PersonName): boolean {
  return a.words.at(-1) === b.words.at(-1) && distance(a.words[0] ?? "", b.words[0] ?? "") <= 2;
}

function join(cluster: Cluster, candidate: Candidate): void {
  cluster.members.push(candidate);
  // A word in front of a whole name is mostly no part of it: "Comedian George Lopez"; behind a title it is.
  const titled = (name: PersonName) => cluster.members.some((member) => member.name === name && member.title !== null);
  if (endsWith(cluster.lead, candidate.name) && !titled(cluster.lead)) cluster.lead = candidate.name;
  else if (endsWith(candidate.name, cluster.lead) && titled(candidate.name)) cluster.lead = candidate.name;
  else if (!endsWith(candidate.name, cluster.lead) && fullness(candidate.name) > fullness(cluster.lead))
    cluster.lead = candidate.name;
}

function endsWith(long: PersonName, short: PersonName): boolean {
  const drop = long.words.length - short.words.length;
  return drop > 0 && short.words.length > 1 && short.words.every((word, at) => word.length > 1 && word === long.words[at + drop]);
}

function fullness(name: PersonName): number {
  return name.words.reduce((sum, word) => sum + (word.length > 1 ? 10 : 1), 0);
}

function newCluster(clusters: Cluster[], candidate: Candidate): Cluster {
  const cluster: Cluster = { members: [candidate], lead: candidate.name, starts: [], lastSingle: -1 };
  clusters.push(cluster);
  return cluster;
}

/** Clusters by every word that may be the surname of their lead; notes where their full names stand. */
function surnameIndex(clusters: Cluster[]): Map<string, Cluster[]> {
  const index = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    cluster.starts = cluster.members.map((member) => member.span.start);
    for (const word of new Set(cluster.lead.words)) {
      if (isSurname(cluster.lead, word)) index.set(word, [...(index.get(word) ?? []), cluster]);
    }
  }
  return index;
}

/** Of the people with this surname: the one whose title fits, else the one named first. */
function surnameCluster(bySurname: Map<string, Cluster[]>, candidate: Candidate): Cluster | null {
  const gender = candidate.title?.gender ?? null;
  const bearers = (bySurname.get(candidate.name.words[0] ?? "") ?? []).filter(
    (each) => !isFather(each, candidate) && isOfSameHouse(each, candidate),
  );
  const named = bearers.filter((each) => !isOfOtherGender(each, gender));
  const known = named.filter((each) => gender !== null && genderOf(each) === gender);
  const fitting = named.length > 1 ? titled(known.length > 0 ? known : named, candidate) : named;
  // Of a couple, or of two Kims, the one whom the article is about comes first, and has the bare surname.
  const first = fitting.reduce<Cluster | null>(
    (best, each) => (best === null || (each.starts[0] ?? 0) < (best.starts[0] ?? 0) ? each : best),
    null,
  );
  const speaker = first === null || fitting.length < 2 ? null : speakerOfSurname(fitting, first, candidate);
  return speaker === "nobody" ? null : (speaker ?? first);
}

/** "Salman" beside "Faisal bin Salman" is the father; "bin Salman" is the son. */
function isFather(cluster: Cluster, candidate: Candidate): boolean {
  return candidate.name.words[0] === cluster.lead.father && !candidate.name.isSonOf;
}

/** "King Faris" is nobody's surname, and no prince of that name: a crowned head is called by the given name. */
function isOfSameHouse(cluster: Cluster, candidate: Candidate): boolean {
  const royal = royalTitle(candidate);
  if (royal === null || candidate.name.isSonOf) return true;
  const held = cluster.members.map(royalTitle).filter((title) => title !== null);
  return cluster.lead.words[0] === candidate.name.words[0] && (held.length === 0 || held.includes(royal));
}

function royalTitle(candidate: Candidate): string | null {
  const word = candidate.title?.words.findLast((each) => ROYAL_TITLE.test(each));
  return word === undefined ? null : word.toLowerCase();
}

function genderOf(cluster: Cluster): "male" | "female" | null {
  for (const { title, after } of cluster.members)
    for (const each of [title, ...after]) if (each?.gender != null) return each.gender;
  return null;
}

/** "Mr. Obama" is not "the first lady, Michelle Obama". */
function isOfOtherGender(cluster: Cluster, gender: "male" | "female" | null): boolean {
  return (
    gender !== null &&
    cluster.members.some(({ title, after }) => [title, ...after].some((each) => each?.gender != null && each.gender !== gender))
  );
}

function isSurname(lead: PersonName, word: string): boolean {
  if (lead.words.at(-1) === word) return true;
  if (word.length === 2 && lead.words[0] === word) return /[aeiou]/.test(word);
  // Family names stand first in East Asia, and given names alone are used of kings; a first word of two letters is mostly an initial.
  return word.length > 2 && (lead.words[0] === word || (lead.words.length > 2 && lead.words.at(-2) === word));
}

function titled(named: Cluster[], candidate: Candidate): Cluster[] {
  const surname = candidate.name.words[0] ?? "";
  const last = named.filter((each) => each.lead.words.at(-1) === surname);
  const pool = last.length > 0 ? last : named;
  const office = candidate.title?.role?.title;
  if (office === undefined) return pool;
  const fitting = pool.filter((each) =>
    each.members.some((member) => [member.title, ...member.after].some((title) => title?.role?.title === office)),
  );
  return fitting.length > 0 ? fitting : pool;
}

/** A surname seen once, a letter or two away from one that the article uses: "Jaishnakar". */
function misspeltCluster(clusters: Cluster[], candidate: Candidate, frequent: ReadonlyMap<string, number>): Cluster | null {
  const word = foldName(candidate.text);
  if (word.length < 6 || (frequent.get(candidate.name.words[0] ?? "") ?? 0) > 1) return null;
  const near = clusters.filter((each) => {
    const surname = each.lead.words.at(-1) ?? "";
    return surname.length >= 6 && surname[0] === word[0] && distance(surname, word) <= 2 && !isFather(each, candidate);
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

function clusterSingles(candidates: Candidate[]): Cluster[] {
  const clusters = new Map<string, Cluster>();
  for (const candidate of candidates) {
    const key = candidate.name.words[0] ?? "";
    const known = clusters.get(key);
    if (known === undefined) clusters.set(key, { members: [candidate], lead: candidate.name, starts: [], lastSingle: -1 });
    else known.members.push(candidate);
  }
  return [...clusters.values()];
}
