/** Parts of the world whose leaders gather as one side, by noun or adjective. Lower case; the value is how the side is called. */
const REGIONS: Readonly<Record<string, string>> = {
  africa: "African",
  african: "African",
  "west african": "West African",
  "east african": "East African",
  "southern african": "Southern African",
  americas: "American",
  arab: "Arab",
  gulf: "Gulf",
  "gulf arab": "Gulf Arab",
  asia: "Asian",
  asian: "Asian",
  "central asia": "Central Asian",
  "central asian": "Central Asian",
  "south asian": "South Asian",
  "southeast asia": "Southeast Asian",
  "southeast asian": "Southeast Asian",
  balkan: "Balkan",
  balkans: "Balkan",
  "western balkans": "Western Balkan",
  "western balkan": "Western Balkan",
  baltic: "Baltic",
  caribbean: "Caribbean",
  "central american": "Central American",
  "south american": "South American",
  "latin america": "Latin American",
  "latin american": "Latin American",
  europe: "European",
  european: "European",
  islamic: "Islamic",
  muslim: "Muslim",
  nordic: "Nordic",
  pacific: "Pacific",
  "pacific island": "Pacific Island",
  "pacific islands": "Pacific Island",
  western: "Western",
};

/** "Africa", "Central Asian": the side's name as an adjective; null for no region. */
export function regionOf(words: string): string | null {
  return REGIONS[words.toLowerCase()] ?? null;
}
