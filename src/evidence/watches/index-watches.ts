import { nameKey } from "../../domain/evidence/fold-name.ts";
import type { ArticleEvidence, ReadyWatch } from "./match-article.ts";
import type { WatchSide } from "./watch-condition.ts";

/** Watches by what an article must hold for them, so that a thousand cost an article no more than those that it concerns. */
export interface WatchIndex {
  candidates(evidence: Pick<ArticleEvidence, "article" | "people" | "meetings" | "quotes">): ReadyWatch[];
}

/** Bodies and names of events are few, and have many forms. */
const ALWAYS = "*";

export function indexWatches(watches: ReadyWatch[]): WatchIndex {
  const byKey = new Map<string, ReadyWatch[]>();
  for (const ready of watches) {
    for (const key of keysOf(ready)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [ready]);
      else known.push(ready);
    }
  }
  return {
    candidates({ article, people, meetings, quotes }) {
      const keys = new Set([ALWAYS, ...article.countries, ...meetings.flatMap(({ countries }) => countries)]);
      const names = [
        ...people.flatMap(({ name, aliases }) => [name, ...aliases]),
        ...meetings.flatMap(({ participants }) => participants.map(({ name }) => name)),
        ...quotes.flatMap(({ speaker }) => speaker?.name ?? []),
      ];
      for (const name of names) for (const word of nameKey(name).split(" ")) keys.add(word);
      for (const { roles } of people) for (const { country } of roles) if (country !== null) keys.add(country);
      return [...new Set([...keys].flatMap((key) => byKey.get(key) ?? []))];
    },
  };
}

/** One side is enough: a watch waits for all of its sides. A person's last word is rarer than a country. */
function keysOf({ condition }: ReadyWatch): string[] {
  const sides = condition.kind === "said" ? [condition.who] : condition.sides;
  const keys = sides.map(keyOf);
  const rarest = keys.find((key) => key !== ALWAYS && key === key.toLowerCase()) ?? keys.find((key) => key !== ALWAYS);
  return [rarest ?? ALWAYS];
}

/** Country codes are in capitals, words are not. */
function keyOf(side: WatchSide): string {
  if (side.kind === "country") return side.code;
  if (side.kind === "bloc") return ALWAYS;
  return side.country ?? side.words.at(-1) ?? ALWAYS;
}
