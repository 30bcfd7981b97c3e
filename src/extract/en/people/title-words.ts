import { together, words } from "../../words.ts";
import { PERSONAL_VERBS } from "../personal-verbs.ts";

/** Words of countries' long names: "President of the Islamic Republic of Iran". */
export const REALMS = words("Republic Kingdom Sultanate Federation Emirates Commonwealth Democratic Islamic");
/** Behind "and" an office begins anew: "Member of the Central Committee and Foreign Minister". */
export const BODIES_WITH_OFFICES = words("Committee Council Commission Bureau Board Party Assembly Parliament");
export const TITLE_LINKS = words("of for and the to");
/** Links that follow an office's own words alone: "minister for trade", "envoy to Oslo". */
export const FOR_TO = words("for to");
/** Prepositions between an office and a body: "head of the council". */
export const OF_A_BODY = words("of for");
/** Prepositions between an office and its field or place: "minister for trade", "envoy to Oslo". */
export const OF_A_FIELD = words("of for to");
/** Heads of "first lady" and "second gentleman", which are offices. */
export const CONSORTS = words("lady gentleman");
/** Prepositions between an office and where it is held. */
export const AT_A_BODY = words("of for at to");
/** What stands between two people with titles. */
export const BEFORE_TITLE_RUN = /^(?:and|,|with|"|“|”)$/i;
export const TITLE_DETERMINERS = /^(?:the|a|an|its|his|her|their|one|then)$/i;
/** Prepositions with which a title goes on behind its head. */
export const BEHIND_TITLE_HEAD = words("of for at in to on with");
/** Words at which a title's tail ends: a clause begins. */
export const ENDS_TITLE = words("who which that said says told has is was met will would");
/** A spokesman "for the foreign ministry" serves a body: it is no field of office. */
export const STATE_BODIES =
  /^(?:ministry|government|embassy|parliament|presidency|palace|police|army|navy|party|commission|council|committee)$/i;
/** An office whose words behind "to" name whom it is sent to, and not whose it is. */
export const SENT_OFFICES =
  /^(?:ambassador|envoy|representative|delegate|counselor|counsellor|consul|adviser|advisor|aide|emissary)$/i;
export const TO = /^to$/i;
/** Prepositions between a title's head and its state or body. */
export const OF_STATE = /^(?:of|for|in|at)$/i;
/** The same, of lower case. */
export const OF_STATE_WORDS = words("of for in at");
/** Heads of titles with which a state of the Union stands. */
export const US_HEADS = /^(?:sen|rep|gov|senator|representative|governor|congress(?:wo)?man)\.?$/i;
export const THE = /^the$/i;
/** Offices whose field may be a name: "minister for Europe". */
export const MINISTERS = /^(?:minister|secretary)$/i;
/** Small words within a field: "trade and the economy". */
export const FIELD_LINKS = /^(?:of|the|and)$/i;
/** Words that no title behind a name holds. */
export const NOT_IN_TITLE = together(
  PERSONAL_VERBS,
  words("who which that and or but in on at by for with from to as of where when while after before not also"),
);
