import { LIST_LINKS, RANKS_OF_THINGS } from "../en/people/name-words.ts";
import type { TextModel } from "../read-text.ts";
import type { Candidate, Cluster } from "./cluster.ts";
import { PERSON_THRESHOLD } from "./weigh-span.ts";

/** What a name of a list needs of its own, where another name of the list is a person's. */
const LISTED_THRESHOLD = 1;
/** What a surname needs that the article gives alone, beside a sign that is no body's: a company speaks and meets as well. */
const SURNAME_THRESHOLD = 3.5;
const ONLY_PEOPLE = new Set(["who", "he or she", "a government's", "age"]);
/** What a surname needs beside a title that things have as well: whoever bears it speaks or acts. */
const ACTS = 1;
/** A name at a surname's side says this much. */
const SURNAME_ALONE = 1.5;

/** The clusters that are people: by a title, by enough signs, or by standing in a list with one that is. */
export function peopleAmong(model: TextModel, clusters: Cluster[]): Cluster[] {
  const people = new Set(clusters.filter(isPerson));
  const owners = new Map<Candidate, Cluster>();
  for (const cluster of clusters) for (const member of cluster.members) owners.set(member, cluster);
  const inOrder = [...owners.keys()].sort((a, b) => a.span.start - b.span.start);
  for (const names of [inOrder, [...inOrder].reverse()]) {
    for (const [at, candidate] of names.entries()) {
      const owner = owners.get(candidate);
      const beside = names[at - 1];
      if (owner === undefined || beside === undefined || people.has(owner) || !people.has(owners.get(beside) ?? owner)) continue;
      if (owner.lead.words.length < 2 || weightOf(owner) < LISTED_THRESHOLD || !areListed(model, candidate, beside)) continue;
      candidate.signs.push({ rule: "listed with a person", weight: PERSON_THRESHOLD });
      people.add(owner);
    }
  }
  return clusters.filter((cluster) => people.has(cluster));
}

/** "Ana Boro, Lee and Max Toll": only commas and "and" between the two. */
function areListed(model: TextModel, a: Candidate, b: Candidate): boolean {
  const [left, right] = a.span.start < b.span.start ? [a, b] : [b, a];
  if (left.span.sentence !== right.span.sentence || right.span.titleFirst - left.span.last > 2) return false;
  const between = model.tokens.slice(left.span.last, right.span.titleFirst);
  return between.length > 0 && between.every((token) => LIST_LINKS.has(token.lower));
}

/** A title makes a person; so do enough signs together, the same sign at several places counting once. */
function isPerson(cluster: Cluster): boolean {
  if (
    cluster.members.some(
      (member) =>
        (member.title !== null && member.title.words.length > 0) ||
        (member.after.some((each) => each.last > each.first) && member.name.words.length > 1),
    )
  ) {
    if (cluster.members.every((member) => member.signs.some((sign) => sign.rule === "sentence word"))) return false;
    return !isTitledLikeAThing(cluster) || weightOf(cluster) >= ACTS;
  }
  const needed = cluster.lead.words.length > 1 ? PERSON_THRESHOLD : SURNAME_THRESHOLD;
  if (
    cluster.lead.words.length < 2 &&
    (/-/.test(cluster.lead.text) || !cluster.members.some((member) => member.signs.some((sign) => ONLY_PEOPLE.has(sign.rule))))
  )
    return false;
  return weightOf(cluster) >= needed;
}

/** "General Dynamics", "the Executive Session", "league leaders Barcelona": one word alone behind a rank that things have as well. */
function isTitledLikeAThing(cluster: Cluster): boolean {
  if (cluster.lead.words.length > 1) return false;
  return cluster.members.every(({ title, after }) => {
    if (title === null || title.words.length === 0) return after.length === 0;
    return RANKS_OF_THINGS.has(title.words.at(-1)?.toLowerCase() ?? "");
  });
}

function weightOf(cluster: Cluster): number {
  const signs = new Map<string, number>();
  for (const sign of cluster.members.flatMap((member) => member.signs)) signs.set(sign.rule, sign.weight);
  const alone = cluster.lead.words.length > 1 && cluster.members.some((member) => member.name.words.length === 1);
  return [...signs.values()].reduce((total, weight) => total + weight, alone ? SURNAME_ALONE : 0);
}
