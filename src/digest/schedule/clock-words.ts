/** Times of day in words, and those of the evening, as figures: "half past seven", "halb acht", "huit heures et quart", "8 in the evening". */

const HALF_DAY = 12;
/** At two, three or four at night the day has begun; nine and ten at night end one. */
const FIRST_NIGHT_HOUR = 5;

const HOURS = {
  en: "one two three four five six seven eight nine ten eleven twelve".split(" "),
  de: "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" "),
  fr: "une deux trois quatre cinq six sept huit neuf dix onze douze".split(" "),
};
const HOUR = {
  en: `(${HOURS.en.join("|")}|\\d{1,2})`,
  de: `(${HOURS.de.join("|")}|\\d{1,2})`,
  fr: `(${HOURS.fr.join("|")}|\\d{1,2})`,
};

type Rewrite = [RegExp, (...found: string[]) => string];

const ENGLISH: Rewrite[] = [
  [new RegExp(`\\bhalf past ${HOUR.en}\\b`, "gi"), (_, hour) => `${hourOf(hour)}:30`],
  [new RegExp(`\\b(?:a )?quarter past ${HOUR.en}\\b`, "gi"), (_, hour) => `${hourOf(hour)}:15`],
  [new RegExp(`\\b(?:a )?quarter to ${HOUR.en}\\b`, "gi"), (_, hour) => `${before(hourOf(hour))}:45`],
  [new RegExp(`\\b${HOUR.en} o['’]?clock\\b`, "gi"), (_, hour) => `at ${hourOf(hour)}`],
  [new RegExp(`\\bat ${HOUR.en}(?= |$)`, "gi"), (_, hour) => `at ${hourOf(hour)}`],
];
const GERMAN: Rewrite[] = [
  [new RegExp(`(?<!\\p{L})halb ${HOUR.de}(?: uhr)?(?!\\p{L})`, "giu"), (_, hour) => `${before(hourOf(hour))}:30`],
  [new RegExp(`(?<!\\p{L})viertel nach ${HOUR.de}(?: uhr)?(?!\\p{L})`, "giu"), (_, hour) => `${hourOf(hour)}:15`],
  [
    new RegExp(`(?<!\\p{L})(?:viertel vor|drei ?viertel) ${HOUR.de}(?: uhr)?(?!\\p{L})`, "giu"),
    (_, hour) => `${before(hourOf(hour))}:45`,
  ],
  [/(?<![\d.:])(\d{1,2}) uhr ([0-5]\d)(?![\d.:])/giu, (_, hour, minutes) => `${hour}:${minutes}`],
  [new RegExp(`(?<![\\p{L}\\d.:])${HOUR.de} uhr(?!\\p{L})`, "giu"), (_, hour) => String(hourOf(hour))],
  [new RegExp(`(?<!\\p{L})um ${HOUR.de}(?![\\p{L}\\d])`, "giu"), (_, hour) => `um ${hourOf(hour)}`],
];
const FRENCH: Rewrite[] = [
  [new RegExp(`(?<!\\p{L})${HOUR.fr} ?h(?:eures?)? moins le quart(?!\\p{L})`, "giu"), (_, hour) => `${before(hourOf(hour))}:45`],
  [new RegExp(`(?<!\\p{L})${HOUR.fr} ?h(?:eures?)? et demie?(?!\\p{L})`, "giu"), (_, hour) => `${hourOf(hour)}:30`],
  [new RegExp(`(?<!\\p{L})${HOUR.fr} ?h(?:eures?)? et quart(?!\\p{L})`, "giu"), (_, hour) => `${hourOf(hour)}:15`],
  [/(?<![\d.:])(\d{1,2}) heures? ([0-5]\d)(?![\d.:])/giu, (_, hour, minutes) => `${hour}:${minutes}`],
  // "toutes les deux heures" is no time of day.
  [new RegExp(`(?<![\\p{L}\\d.:]|les )${HOUR.fr} heures?(?!\\p{L})`, "giu"), (_, hour) => `${hourOf(hour)}:00`],
];
const CLOCKS = { en: ENGLISH, de: GERMAN, fr: FRENCH };

/** The words with each time of day in figures; a language's own words for its times are read. */
export function inFigures(words: string, language: keyof typeof CLOCKS): string {
  let left = words;
  for (const [pattern, by] of CLOCKS[language]) left = left.replace(pattern, by);
  return left;
}

function hourOf(word = ""): number {
  const at = Object.values(HOURS).map((names) => names.indexOf(word.toLowerCase()) + 1);
  return Math.max(...at) > 0 ? Math.max(...at) : Number(word);
}

/** "Quarter to one" is in the hour of twelve. */
function before(hour: number): number {
  return hour === 1 ? HALF_DAY : hour - 1;
}

/** An hour as a part of the day has it: 6 in the evening is 18, 12 at night is 0, 2 at night stays 2. */
export function hourOfPart(hour: string, part: string): string {
  const number = Number(hour);
  const isNight = /^night/i.test(part);
  if (isNight && number === HALF_DAY) return "0";
  return number >= HALF_DAY || (isNight && number < FIRST_NIGHT_HOUR) ? hour : String(number + HALF_DAY);
}
