import type { PersonEvidence } from "../domain/evidence/evidence-store.ts";
import type { Person } from "../domain/evidence/extraction.ts";
import { nameKey } from "../domain/evidence/fold-name.ts";
import { officesOf } from "../domain/evidence/offices-of.ts";
import type { Range } from "../domain/evidence/span.ts";
import { withoutTitles } from "../extract/en/titles.ts";

/** An article's evidence on a person. */
type Named = Pick<PersonEvidence, "name" | "aliases" | "roles" | "mentions">;

/** One article's evidence under two names, told apart by where each name stands. Roles stay: names alone do not say whose they are. */
export interface Separation {
  stays: Named;
  goes: Named;
  /** Which of the two these places of the text are about: a place that names neither is about whoever was named last. */
  within(places: Range[]): { stays: boolean; goes: boolean };
}

/** The key of a name without titles, under which name rules are stored. */
export function ruleKey(name: string): string {
  return nameKey(withoutTitles(name));
}

/** Only full names tell people apart: a surname alone belongs to the person whom the article names in full. */
export function isFullName(name: string): boolean {
  return ruleKey(name).includes(" ");
}

/**
 * Takes the name with the key `going` out of what an article says of a person. Null where the article does not use the name, or uses it
 * beside no other full name, so that there is nothing to tell apart.
 */
export function separateName(named: Person | PersonEvidence, text: string, going: string): Separation | null {
  const names = [named.name, ...named.aliases];
  const goingNames = names.filter((name) => ruleKey(name) === going && isFullName(name));
  const fullNames = names.filter((name) => ruleKey(name) !== going && isFullName(name));
  const [goingName] = goingNames;
  const [stayingName] = fullNames.includes(named.name) ? [named.name] : fullNames;
  if (goingName === undefined || stayingName === undefined) return null;
  const decided = decideMentions(named.mentions, { text, going, staying: new Set(fullNames.map(ruleKey)) });
  const short = names.filter((name) => !isFullName(name));
  const usedBy = (goes: boolean) =>
    short.filter((name) =>
      decided.some((each) => each.goes === goes && ruleKey(text.slice(each.mention.start, each.mention.end)) === ruleKey(name)),
    );
  const goingShort = usedBy(true);
  const stayingShort = short.filter((name) => usedBy(false).includes(name) || !goingShort.includes(name));
  return {
    stays: {
      name: stayingName,
      aliases: [...fullNames.filter((name) => name !== stayingName), ...stayingShort],
      roles: officesOf(named.roles),
      mentions: decided.filter((each) => !each.goes).map((each) => each.mention),
    },
    goes: {
      name: goingName,
      aliases: [...goingNames.slice(1), ...goingShort],
      roles: [],
      mentions: decided.filter((each) => each.goes).map((each) => each.mention),
    },
    within: (places) => whoIsIn(decided, places),
  };
}

interface Decided {
  mention: Range;
  goes: boolean;
}

function whoIsIn(decided: Decided[], places: Range[]): { stays: boolean; goes: boolean } {
  const inside = decided.filter(({ mention }) => places.some((place) => mention.start < place.end && place.start < mention.end));
  if (inside.length > 0) return { stays: inside.some((each) => !each.goes), goes: inside.some((each) => each.goes) };
  const goes = decided.findLast(({ mention }) => mention.start < (places[0]?.end ?? 0))?.goes ?? false;
  return { stays: !goes, goes };
}

/** A name that is only one of the two's decides; "the minister", or a surname of both, is about whoever was named last. */
function decideMentions(mentions: Range[], names: { text: string; going: string; staying: ReadonlySet<string> }): Decided[] {
  const [goingWords, stayingWords] = [wordsOf([names.going]), wordsOf([...names.staying])];
  let goes = false;
  return [...mentions]
    .sort((a, b) => a.start - b.start)
    .map((mention) => {
      const words = ruleKey(names.text.slice(mention.start, mention.end)).split(" ");
      const [isGoing, isStaying] = [goingWords, stayingWords].map((known) => words.every((word) => known.has(word)));
      if (isGoing !== isStaying) goes = isGoing === true;
      return { mention, goes };
    });
}

function wordsOf(keys: string[]): Set<string> {
  return new Set(keys.flatMap((key) => key.split(" ")));
}
