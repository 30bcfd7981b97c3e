/** Schedules in the other languages of the frames, word for word in English; what is in none of them stays as it is. */

import { onFirstUse } from "../../extract/on-first-use.ts";
import { inFigures } from "./clock-words.ts";

type Word = [RegExp, string];

const word = (forms: string, english: string): Word => [new RegExp(`(?<!\\p{L})(?:${forms})(?!\\p{L})`, "giu"), english];

const NUMBERS = { de: { zwei: "2", drei: "3", vier: "4", sechs: "6" }, fr: { deux: "2", trois: "3", quatre: "4", six: "6" } };

const IS_GERMAN =
  /(?<!\p{L})(?:täglich|werktags?|wochentags?|arbeitstags?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|wochenende|uhr|um|jede[nrs]?|morgens|abends?|monatlich|wöchentlich|zweimal|alle|letzten|ersten|monats\p{L}+|feiertagen?)(?!\p{L})|(?<!\p{L})am \d{1,2}\.|(?<!\p{L})(?:mo|di|mi|do|fr) ?[-–] ?(?:mi|do|fr|sa|so)(?!\p{L})/iu;
const german = onFirstUse((): Word[] => [
  word("\\(montag bis freitag\\)", ""),
  word("au(?:ß|ss)er an(?: den)? feiertagen(?: in)?|ohne feiertage(?: in)?", "skip holidays in"),
  word("auf deutsch", "in german"),
  word("(?:am |zum )?(?:monatsletzten|monatsende|letzten des monats)", "last day of the month"),
  word("(?:am |zum )?(?:monatsersten|monatsanfang|ersten des monats)", "first day of the month"),
  word("täglich|jeden tag", "daily"),
  word("zweimal daily|zweimal am tag", "twice a day"),
  word("werktags|wochentags|an werktagen|unter der woche", "weekdays"),
  word("(?:am )?wochenende[sn]?", "weekends"),
  word("werktag(?:e[ns]?|s)?|arbeitstag(?:e[ns]?|s)?", "working day"),
  word("montags?|mo", "monday"),
  word("dienstags?|di", "tuesday"),
  word("mittwochs?|mi", "wednesday"),
  word("donnerstags?|do", "thursday"),
  word("freitags?|fr", "friday"),
  word("samstags?|sonnabends?|sa", "saturday"),
  word("sonntags?|so", "sunday"),
  word("jede[nrs]? (?:zweite[nrs]?|2\\.) woche", "every 2 weeks"),
  word("jede[nrs]? (?:dritte[nrs]?|3\\.) woche", "every 3 weeks"),
  word("jede[nrs]? (?:vierte[nrs]?|4\\.) woche", "every 4 weeks"),
  word("(?:im|des|jedes|jeden) monate?s?", "of the month"),
  word("jede[nrs]? (?:zweite[nrs]?|2\\.)(?= \\p{L}+day(?! of))", "every other"),
  word("jede[nrs]?", "every"),
  word("erste[nrs]?|1\\.(?= \\p{L}+day)", "first"),
  word("zweite[nrs]?|2\\.(?= \\p{L}+day)", "second"),
  word("dritte[nrs]?", "third"),
  word("vierte[nrs]?", "fourth"),
  word("letzte[nrs]?", "last"),
  [/(?<!\p{L})alle (zwei|drei|vier|sechs|\d{1,2}) (wochen|stunden)(?!\p{L})/giu, "every $1 $2"],
  word("wochen", "weeks"),
  word("stunden", "hours"),
  word("monatlich", "monthly"),
  word("wöchentlich", "weekly"),
  // Alone, "morgen" is tomorrow.
  word("morgens|(?:am|every) morgen|(?<=day )morgen|früh", "mornings"),
  word("morgen", "tomorrow"),
  word("nachmittags|(?:am|every) nachmittag|(?<=day )nachmittag", "afternoons"),
  word("abends|(?:am|every) abend|(?<=day )abend", "evenings"),
  word("nachts", "nights"),
  word("mittags", "noon"),
  [/(?<!\p{L})am (\d{1,2})\.( und (?:am )?(\d{1,2})\.)?/giu, "on the $1th$2"],
  [/ und (?:am )?(\d{1,2})\./giu, " and the $1th"],
  word("um", "at"),
  word("von", "from"),
  word("bis", "to"),
  word("und", "and"),
  word("am|an", "on"),
  word("tag", "day"),
  word("der|die|das|den|dem", ""),
  word("uhr", ""),
  word("still", "silent"),
]);

const IS_FRENCH =
  /(?<!\p{L})(?:(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?|tous les|toutes les|chaque|jours?|mois|semaine|heures?|soirs?|matins?|mensuel(?:lement)?|fériés)(?!\p{L})|(?<!\p{L})(?:à|le) \d|(?<!\p{L})(?:lun|mar|mer|jeu) ?[-–] ?(?:mer|jeu|ven|sam|dim)(?!\p{L})/iu;
const french = onFirstUse((): Word[] => [
  word("\\((?:du )?lundi à vendredi\\)", ""),
  word("sauf (?:les )?jours fériés(?: en| au| aux)?", "skip holidays in"),
  word("en français", "in french"),
  word("deux fois par jour", "twice a day"),
  word("(?:en|la) semaine|(?:tous )?(?:les )?jours (?:ouvrés|ouvrables)", "weekdays"),
  word("tous les jours|chaque jour|quotidiennement", "daily"),
  word("jour (?:ouvré|ouvrable)", "working day"),
  word("(?:le |les )?week-?ends?", "weekends"),
  word("lundis?|lun", "monday"),
  word("mardis?|mar", "tuesday"),
  word("mercredis?|mer", "wednesday"),
  word("jeudis?|jeu", "thursday"),
  word("vendredis?|ven", "friday"),
  word("samedis?|sam", "saturday"),
  word("dimanches?|dim", "sunday"),
  [/(?<!\p{L})une semaine sur (deux|trois|quatre)(?!\p{L})/giu, "every $1 weeks"],
  [/(?<!\p{L})un (\p{L}+day) sur deux(?!\p{L})/giu, "every other $1"],
  [/(?<!\p{L})toutes les (deux|trois|quatre|six|\d{1,2}) (semaines|heures)(?!\p{L})/giu, "every $1 $2"],
  word("semaines", "weeks"),
  word("heures", "hours"),
  word("(?:du|de chaque|chaque|par) mois", "of the month"),
  word("mensuel(?:lement)?", "monthly"),
  word("(?:tous les|chaque)", "every"),
  word("premi(?:er|ère)", "first"),
  word("deuxième|second", "second"),
  word("troisième", "third"),
  word("quatrième", "fourth"),
  word("dernier jour", "last day"),
  word("derni(?:er|ère)", "last"),
  [/(?<!\p{L})(\d{1,2}) ?h ?(\d{2})(?!\d)/giu, "$1:$2"],
  [/(?<!\p{L})(\d{1,2}) ?h(?!\p{L})/giu, "$1:00"],
  [/(?<!\p{L})le (\d{1,2})(?:er)?(?![\d:\p{L}])/giu, "on the $1th"],
  [/(?<!\p{L})(?:du|de) (?=\p{L}+day)/giu, ""],
  [/(?<!\p{L})(?:au|à) (?=\p{L}+day)/giu, "to "],
  [/(?<!\p{L})(?:de|entre) (?=\d{1,2}:)/giu, "from "],
  [/(?<=from \d{1,2}:\d{2}) (?:à|et)(?= \d)/giu, " to"],
  word("midi", "noon"),
  word("minuit", "midnight"),
  word("(?:du |le |les )?matins?", "mornings"),
  word("(?:de l['’]|l['’])?après-midi", "afternoons"),
  word("(?:du |le |les )?soirs?", "evenings"),
  word("à", "at"),
  word("et", "and"),
  word("les?|la", ""),
  word("silencieux", "silent"),
]);

/** "jeden zweiten Dienstag um 9 Uhr" is "every other tuesday at 9". */
export function fromGerman(words: string): string {
  return IS_GERMAN.test(words) ? translated(inFigures(words, "de"), german(), NUMBERS.de) : words;
}

/** "le premier lundi du mois à 9h30" is "first monday of the month at 9:30". */
export function fromFrench(words: string): string {
  return IS_FRENCH.test(words) ? translated(inFigures(words, "fr"), french(), NUMBERS.fr) : words;
}

function translated(words: string, list: Word[], numbers: Record<string, string>): string {
  let left = words;
  for (const [pattern, english] of list) left = left.replace(pattern, english);
  // What English has of numbers stays: only those behind "every" are left.
  left = left.replace(/(?<=every )\p{L}+(?= (?:weeks|hours))/giu, (number) => numbers[number.toLowerCase()] ?? number);
  return left.replace(/ {2,}/g, " ").trim();
}
