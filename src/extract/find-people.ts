import type { GivenRole } from "../domain/evidence/extraction.ts";
import { foldName } from "../domain/evidence/fold-name.ts";
import { ROYAL_TITLE } from "./en/people/name-words.ts";
import type { CountryMention } from "./find-countries.ts";
import { firstIndex } from "./first-index.ts";
import { parseName } from "./names.ts";
import { toCandidates } from "./people/candidates.ts";
import type { Candidate, Cluster } from "./people/cluster.ts";
import { clusterNames } from "./people/cluster-names.ts";
import { addCounterpartRoles } from "./people/counterpart-roles.ts";
import { addDescribedRoles } from "./people/described.ts";
import type { FoundPerson, Mention, People, PersonMention } from "./people/found-people.ts";
import { joinRoles } from "./people/join-roles.ts";
import { isHeadline, nameSpans } from "./people/name-spans.ts";
import { peopleAmong } from "./people/personhood.ts";
import { addRelations } from "./people/relations.ts";
import { inferCountries } from "./people/states/infer-countries.ts";
import { countryFinder, placeMeant, placesIn } from "./people/states/places.ts";
import { titleAbbreviations } from "./people/title-abbreviations.ts";
import type { FoundTitle } from "./people/title-phrase.ts";
import type { TextModel } from "./read-text.ts";

/**
 * The people that a text names, each once, found by titles, apposition and what they do: nobody is known beforehand. Order of first
 * mention. Linear in the text's length but for the comparison of its names with one another.
 */
export function findPeople(model: TextModel, countries: CountryMention[]): People {
  const abbreviations = titleAbbreviations(model.tokens);
  const places = placesIn(model, countries);
  const titles = { abbreviations, countryIn: countryFinder(model, places), countryMeant: placeMeant(model, places) };
  const candidates = model.sentences.flatMap((sentence) =>
    isHeadline(model, sentence) ? [] : toCandidates(model, nameSpans(model, sentence, abbreviations), titles),
  );
  const clusters = peopleAmong(model, clusterNames(candidates));
  const found = clusters.map((cluster) => ({ cluster, person: toPerson(model, cluster, abbreviations) }));
  const list = found.map((each) => each.person);
  addCounterpartRoles(model, found);
  addHandles(model, list);
  addDescribedRoles(model, list, titles);
  inferCountries(model, list, places);
  addRelations(model, list);
  list.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
  return peopleOf(list);
}

function toPerson(model: TextModel, cluster: Cluster, abbreviations: ReadonlyMap<string, string>): FoundPerson {
  const mentions = cluster.members.map((member) => toMention(model, member)).sort((a, b) => a.start - b.start);
  const name = spelledName(cluster);
  const titled = mentions.flatMap((mention) => {
    if (mention.title === null) return [];
    const crown = mention.text.includes(" ") ? undefined : mention.title.split(" ").at(-1);
    // "Saudi King Salman" is King Salman to everybody.
    const title = crown !== undefined && ROYAL_TITLE.test(crown) ? crown : mention.title;
    return isShortTitle(title, abbreviations) ? [`${title} ${mention.text}`] : [];
  });
  const aliases = [...new Set([...mentions.map((mention) => mention.text), ...titled])].filter((alias) => alias !== name);
  const roles = cluster.members.flatMap((member) =>
    [member.title, ...member.after].map((title) => title?.role).filter((role): role is GivenRole => role != null),
  );
  const genders = cluster.members.flatMap((member) => member.title?.gender ?? member.after[0]?.gender ?? []);
  const rules = new Set(cluster.members.flatMap((member) => rulesOf(model, member)));
  return { name, aliases, roles: joinRoles(roles), mentions, gender: genders[0] ?? null, rules: [...rules] };
}

/** The fullest name; a family name in capitals ("Ms. TAKEDA Yuriko") as it is written elsewhere, or with one capital. */
function spelledName(cluster: Cluster): string {
  const written = new Set(cluster.members.flatMap((member) => member.text.split(" ")));
  return cluster.lead.text
    .split(" ")
    .map((word) => {
      if (!/^\p{Lu}[\p{Lu}'’-]{3,}$/u.test(word)) return word;
      const small = word.charAt(0) + word.slice(1).toLowerCase();
      return [...written].find((other) => other !== word && other.toLowerCase() === word.toLowerCase()) ?? small;
    })
    .join(" ");
}

/** "EAM Jaishankar" is a name that people use; "Union Minister of Defence Rajnath Singh" is a name with its title. */
function isShortTitle(title: string, abbreviations: ReadonlyMap<string, string>): boolean {
  return abbreviations.has(title) || !/\s/.test(title);
}

/** The rules that found the person, an office with the words that it rests on: for `--explain`. */
function rulesOf(model: TextModel, member: Candidate): string[] {
  const signs = member.signs.filter((sign) => sign.weight > 0).map((sign) => sign.rule);
  const wordsOf = ({ first, last }: FoundTitle) =>
    model.text.slice(model.tokens[first]?.start ?? 0, model.tokens[last - 1]?.end ?? 0).replace(/\s+/g, " ");
  const before =
    member.title === null || member.title.first === member.title.last ? [] : [`title before: "${wordsOf(member.title)}"`];
  const after = member.after.filter((title) => title.first < title.last).map((title) => `title after: "${wordsOf(title)}"`);
  return [...before, ...after, ...signs];
}

function toMention(model: TextModel, member: Candidate): Mention {
  const { span } = member;
  const title = model.tokens.slice(span.titleFirst, span.titleLast);
  const first = title[0];
  const last = title.at(-1);
  const text = first === undefined || last === undefined ? null : model.text.slice(first.start, last.end).replace(/\s+/g, " ");
  return { start: span.start, end: span.end, text: member.text, title: text };
}

/** A handle belongs to the person whose letters it holds: "@narendramodi". */
function addHandles(model: TextModel, list: FoundPerson[]): void {
  for (const token of model.tokens) {
    if (!token.text.startsWith("@") || token.text.length < 4) continue;
    const letters = foldName(token.text).replace(/[^\p{L}]/gu, "");
    const owner = list.find((person) => isHandleOf(letters, person));
    if (owner === undefined) continue;
    const handle = token.text.replace(/['’]s$/, "");
    owner.mentions.push({ start: token.start, end: token.start + handle.length, text: handle, title: null });
    if (!owner.aliases.includes(handle)) owner.aliases.push(handle);
    owner.rules.push("handle");
  }
}

function isHandleOf(letters: string, person: FoundPerson): boolean {
  const words = parseName(person.name).words;
  const joined = words.join("");
  if (letters.length < 5) return false;
  return (
    letters === joined ||
    letters === [...words].reverse().join("") ||
    (letters.includes(joined) && joined.length > 7) ||
    letters === `dr${joined}`
  );
}

function peopleOf(list: FoundPerson[]): People {
  const sorted = list
    .flatMap((person) => person.mentions.map((mention) => ({ mention, person })))
    .sort((a, b) => a.mention.start - b.mention.start);
  const firstEndingAfter = (offset: number) => firstIndex(sorted, (each) => each.mention.end > offset);
  return {
    list,
    at(range) {
      const found = sorted[firstEndingAfter(range.start)];
      return found !== undefined && found.mention.start < range.end ? found.person : null;
    },
    within(range) {
      const found: PersonMention[] = [];
      for (let at = firstEndingAfter(range.start); at < sorted.length; at++) {
        const each = sorted[at];
        if (each === undefined || each.mention.start >= range.end) break;
        if (each.mention.start >= range.start && each.mention.end <= range.end) found.push(each);
      }
      return found;
    },
    before(offset, limit) {
      const end = firstIndex(sorted, (each) => each.mention.start >= offset);
      return sorted.slice(Math.max(0, end - limit), end).reverse();
    },
    named(name) {
      const key = foldName(name);
      return (
        list.find((person) => foldName(person.name) === key) ??
        list.find((person) => person.aliases.some((alias) => foldName(alias) === key)) ??
        null
      );
    },
  };
}
