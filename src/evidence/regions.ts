import { ARTICLE_BEFORE } from "../extract/en/questions/topic-words.ts";
import type { Bloc } from "./blocs.ts";

/** Parts of the world that a country has dealings with. They have no members here: who belongs to one is no matter of ours. */
const REGIONS: Bloc[] = [
  { name: "Africa", forms: ["africa", "african"], members: [] },
  { name: "Europe", forms: ["europe", "european", "europeans"], members: [] },
  { name: "Asia", forms: ["asia", "asian"], members: [] },
  { name: "Central Asia", forms: ["central asia", "central asian"], members: [] },
  { name: "Southeast Asia", forms: ["southeast asia", "southeast asian", "south-east asia"], members: [] },
  { name: "South Asia", forms: ["south asia", "south asian"], members: [] },
  { name: "Middle East", forms: ["middle east", "middle eastern", "mideast"], members: [] },
  { name: "Gulf", forms: ["gulf", "gulf states"], members: [] },
  { name: "Latin America", forms: ["latin america", "latin american", "south america"], members: [] },
  { name: "Caribbean", forms: ["caribbean"], members: [] },
  { name: "Pacific islands", forms: ["pacific islands", "pacific island", "pacific nations"], members: [] },
  { name: "Balkans", forms: ["balkans", "western balkans", "balkan"], members: [] },
  { name: "Baltic states", forms: ["baltic states", "baltics", "baltic"], members: [] },
  { name: "Arctic", forms: ["arctic"], members: [] },
];

/** The region that a text names, and nothing else. */
export function findRegion(text: string): Bloc | null {
  const wanted = text.trim().toLowerCase().replace(ARTICLE_BEFORE, "");
  return REGIONS.find(({ forms }) => forms.includes(wanted)) ?? null;
}
