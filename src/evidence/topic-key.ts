import { nameKey } from "../domain/evidence/fold-name.ts";
import { BLOCS, shortenBlocs } from "./blocs.ts";
import type { Named } from "./find-named.ts";
import type { Topic } from "./parse-topic.ts";
import type { TopicSide } from "./topic-side.ts";
import { wordsOf } from "./words.ts";

/** A topic in the form in which two ways to type it are one: "india-japan" is "Japan and India". */
export function topicKey(topic: Topic): string {
  switch (topic.kind) {
    case "countries":
      return `countries ${[...topic.codes].sort().join(" ")}`;
    case "bloc":
      return `bloc ${nameKey(topic.bloc.name)}`;
    case "person":
      return `person ${nameKey(topic.person.name)}`;
    case "pair":
      return `pair ${topic.sides.map(topicKey).sort().join(", ")}`;
    case "saved":
      return `saved ${nameKey(topic.text)}`;
    case "words":
      return `words ${[...new Set(topic.terms.map(nameKey))].sort().join(" ")}`;
  }
}

/** So many sides of a text are paired: a list of twenty countries is on no pair of them. */
const MAX_SIDES = 6;

/**
 * The keys (see topicKey) of the topics that a text is on by what it names: people, countries and blocs, each alone and any two together.
 * Two people speak for the two countries whose offices they hold.
 */
export function topicKeysNamed(text: string, { people, countries }: Named): string[] {
  const words = new Set(wordsOf(shortenBlocs(text)));
  const blocs = BLOCS.filter(({ forms }) => forms.some((form) => words.has(form)));
  const sides: TopicSide[] = [
    ...countries.map(onCountry),
    ...people.map(({ person }) => ({ kind: "person" as const, text, label: person.name, person })),
    ...blocs.map((bloc) => ({ kind: "bloc" as const, text, label: bloc.name, bloc })),
  ];
  const homes = people.flatMap(({ person }) => person.roles.find(({ country }) => country !== null)?.country ?? []);
  const pairs = [...pairsOf(sides), ...pairsOf(homes.map(onCountry))];
  return [...new Set([...sides, ...pairs].map(topicKey))];
}

function onCountry(code: string): TopicSide {
  return { kind: "countries", text: code, label: code, codes: [code] };
}

function pairsOf(sides: TopicSide[]): Topic[] {
  const first = sides.slice(0, MAX_SIDES);
  return first.flatMap((one, at) => first.slice(at + 1).map((other) => pairOf(one, other)));
}

function pairOf(one: TopicSide, other: TopicSide): Topic {
  if (one.kind === "countries" && other.kind === "countries")
    return { ...one, codes: [...new Set([...one.codes, ...other.codes])] };
  return { kind: "pair", text: "", label: "", sides: [one, other] };
}
