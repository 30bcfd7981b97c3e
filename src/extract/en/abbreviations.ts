import { together, words } from "../words.ts";
import { SHORT_MONTHS, SHORT_WEEKDAYS } from "./calendar.ts";

/** Abbreviations after which a full stop does not end a sentence: a name or a number follows. Lower case, without the stop. */
export const TITLE_ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    "mr mrs ms smt shri dr prof sen rep gov gen lt col maj capt cmdr cdr adm sgt cpl pvt brig pres rev fr hon amb sec supt det insp st mt ft " +
    "no nos vol fig vs messrs mme mlle jr-elect dep del asst atty"
  ).split(" "),
);

/** Abbreviations that may end a sentence: one ends where a usual first word of a sentence follows. Lower case, without the stop. */
export const OTHER_ABBREVIATIONS = together(
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  words(
    "inc ltd co corp plc bros llc " +
      "jr sr etc est approx ave blvd rd dept univ assn intl ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn " +
      "miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo al ed eds ph",
  ),
);

/** Words that begin sentences and hardly ever follow an abbreviation inside one. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  (
    "The A An He She It They We I You In On At But And For From As After Before When While Since Although Though If However " +
    "This That These Those There Then Its His Her Their Our My Some Many Most Both Such With Under During Last Earlier Later " +
    "Meanwhile Also According Despite So What Who Why How Where No Not Now Yet Still"
  ).split(" "),
);
