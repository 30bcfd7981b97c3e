import { hourOfPart, inFigures } from "./clock-words.ts";
import { fromFrench, fromGerman } from "./foreign-schedule.ts";

type Rewrite = [RegExp, string | ((...found: string[]) => string)];

const DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?";
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const PART = "(afternoon|evening|night)s?";
/** "6", "6:30" */
const CLOCK = "(\\d{1,2})((?:[:.]\\d{2})?)";

/** What people say in more words, or other ones, than the reading of schedules knows; in this order. */
const REWRITES: Rewrite[] = [
  [/\bm ?[-–] ?f\b/gi, "weekdays"],
  [new RegExp(`\\b(?:from )?(${DAY}) ?(?:to|through|thru|until|till|-|–) ?(${DAY})\\b`, "gi"), "$1-$2"],
  [/\b(0\d)([0-5]\d)\b(?: ?h(?:rs|ours)?\b)?/gi, "$1:$2"],
  [/\bonce (?:a|per|every|each) month\b/gi, "monthly"],
  [/\b(?:once (?:a|per|every|each)|(?:every|each)) week\b/gi, "weekly"],
  [/\b(?:every |each |in the )?mornings? and (?:every |each |in the )?evenings?\b/gi, "twice a day"],
  [
    new RegExp(`\\b(?:every |each |in the |at )?${PART}(?: at)? ${CLOCK}(?![\\d:.]| ?[ap]\\.?m)`, "gi"),
    (...[, part = "", hour = "", minutes = ""]) => `at ${hourOfPart(hour, part)}${minutes}`,
  ],
  [
    new RegExp(`(?<![\\d:.])${CLOCK} (?:(?:in the|at|every|each) )?${PART}(?= |$)`, "gi"),
    (...[, hour = "", minutes = "", part = ""]) => `${hourOfPart(hour, part)}${minutes}`,
  ],
  [
    new RegExp(`(?<![\\d:.])${CLOCK} ((?:on |every |each )?${DAY}) ${PART}(?= |$)`, "gi"),
    (...[, hour = "", minutes = "", day = "", part = ""]) => `${hourOfPart(hour, part)}${minutes} ${day}`,
  ],
  // "Monday morning and Friday evening" are two times.
  [
    new RegExp(`^(?=.*\\b(?:noon|(?:afternoon|evening|night)s?)\\b)((?:(?!\\d).)*?${DAY}) mornings?\\b(?!.*\\d)`, "i"),
    "$1 at 8:00",
  ],
  [/\b(?:(?:every |each |in the )morning|mornings|(?<=day )morning)\b/gi, ""],
  [/\b(?:(?:every |each |in the )(?:evening|night)|evenings|nights|(?<=day )evening)\b/gi, "at 18:00"],
  [
    new RegExp(
      `\\b(?:(?:every day|each day|daily) )?(?:except|excluding|but not|but no|not)(?: on)?(?: the)? ((?:${DAY}|weekends?)(?: (?:and |or )?(?:${DAY}))*)(?= |$)`,
      "gi",
    ),
    (_, left = "") => others(left),
  ],
];

/** The days of the week without some: "sat and sun". */
function others(left: string): string {
  const words = left.toLowerCase().split(" ");
  const isLeft = (day: string) => words.some((word) => word.startsWith(day) || (word.startsWith("weekend") && /^s/.test(day)));
  return NAMES.filter((day) => !isLeft(day)).join(" ");
}

/** A schedule's words, in English and in the words that its reading knows: "Monday through Thursday", "jeden zweiten Dienstag", "tous les jours à 8h". */
export function plainSchedule(typed: string): string {
  let words = inFigures(fromFrench(fromGerman(typed.replace(/[\s,]+/g, " ").trim())), "en");
  for (const [pattern, by] of REWRITES) words = typeof by === "string" ? words.replace(pattern, by) : words.replace(pattern, by);
  // "weekly on Wednesday" names the day itself.
  if (new RegExp(`\\b${DAY}\\b`, "i").test(words)) words = words.replace(/\bweekly\b/gi, "");
  return words.replace(/ {2,}/g, " ").trim();
}
