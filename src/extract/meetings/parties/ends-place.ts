import { countryWord } from "../../countries.ts";
import type { Scene } from "../event.ts";
import { lowerAt } from "../event.ts";
import type { Party } from "./party.ts";

/** A town's name has no more words. */
const MAX_TOWN_WORDS = 3;

/**
 * Whether a country only says where its town is: "met in Phnom Penh, Cambodia, with …". "In Vienna, Iran and Oman met" names a capital
 * of another state, and two who take part.
 */
export function endsPlace(scene: Scene, { kind, country, first, last }: Party): boolean {
  const { tokens } = scene;
  if (kind !== "country" || tokens[first - 1]?.text !== ",") return false;
  let town = first - 1;
  while (town > 0 && first - 1 - town < MAX_TOWN_WORDS && tokens[town - 1]?.capital === true) town--;
  if (town === first - 1 || !/^(?:in|at|near|outside)$/.test(lowerAt(scene, town - 1))) return false;
  const named = countryWord(
    tokens
      .slice(town, first - 1)
      .map(({ text }) => text)
      .join(" "),
  );
  if (named !== null) return named.kind === "capital" && named.code === country;
  return town > 1 && (tokens[last] === undefined || tokens[last]?.kind === "mark");
}
