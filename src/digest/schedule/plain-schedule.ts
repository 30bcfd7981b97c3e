import { fromFrench, fromGerman } from "./foreign-schedule.ts";

type Rewrite = [RegExp, string | ((...found: string[]) => string)];

const DAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?";
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const HALF_DAY = 12;

/** What people say in more words, or other ones, than the reading of schedules knows; in this order. */
const REWRITES: Rewrite[] = [
  [/\bm ?[-–] ?f\b/gi, "weekdays"],
  [new RegExp(`\\b(?:from )?(${DAY}) ?(?:to|through|thru|until|till|-|–) ?(${DAY})\\b`, "gi"), "$1-$2"],
  [/\b(0\d)([0-5]\d)\b(?: ?h(?:rs|ours)?\b)?/gi, "$1:$2"],
  [/\bonce (?:a|per|every|each) month\b/gi, "monthly"],
  [/\b(?:once (?:a|per|every|each)|(?:every|each)) week\b/gi, "weekly"],
  [/\b(?:every |each |in the )?mornings? and (?:every |each |in the )?evenings?\b/gi, "twice a day"],
  [
    /\b(?:every |each |in the |at )?(?:afternoon|evening|night)s?(?: at)? (\d{1,2})((?:[:.]\d{2})?)(?![\d:.]| ?[ap]\.?m)/gi,
    (_, hour = "", minutes = "") => `at ${later(hour)}${minutes}`,
  ],
  [
    /\b(\d{1,2})((?:[:.]\d{2})?) (?:in the|at|every|each) (?:afternoon|evening|night)\b/gi,
    (_, hour = "", minutes = "") => `${later(hour)}${minutes}`,
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

/** 6 is 18 where it is the evening's. */
function later(hour: string): string {
  return Number(hour) < HALF_DAY ? String(Number(hour) + HALF_DAY) : hour;
}

/** The days of the week without some: "sat and sun". */
function others(left: string): string {
  const words = left.toLowerCase().split(" ");
  const isLeft = (day: string) => words.some((word) => word.startsWith(day) || (word.startsWith("weekend") && /^s/.test(day)));
  return NAMES.filter((day) => !isLeft(day)).join(" ");
}

/** A schedule's words, in English and in the words that its reading knows: "Monday through Thursday", "jeden zweiten Dienstag", "tous les jours à 8h". */
export function plainSchedule(typed: string): string {
  let words = fromFrench(fromGerman(typed.replace(/[\s,]+/g, " ").trim()));
  for (const [pattern, by] of REWRITES) words = typeof by === "string" ? words.replace(pattern, by) : words.replace(pattern, by);
  // "weekly on Wednesday" names the day itself.
  if (new RegExp(`\\b${DAY}\\b`, "i").test(words)) words = words.replace(/\bweekly\b/gi, "");
  return words.replace(/ {2,}/g, " ").trim();
}
