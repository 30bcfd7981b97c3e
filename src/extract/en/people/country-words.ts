import { words } from "../../words.ts";

/** Behind a country's name these make a water of it: "Indian Ocean". */
export const SEAS_AND_GULFS = words("Ocean Sea Channel Gulf");
/** A continent where a part of it stands before: "Latin America". */
export const AMERICAS = /^Americas?(?:['’]s)?$/;
/** Before "America" these make it a continent. */
export const PARTS_OF_AMERICA = words("Latin South North Central Meso");
/** Function words that may stand with a capital before a country's name and are no part of a person's. */
export const BEFORE_NAMED_COUNTRY = words("the this that but and for with both when while as its our his her");
/** Countries that people are called by as well. */
export const GIVEN_NAMES_OF_COUNTRIES = words("Jordan Chad Georgia Israel");
/** What stands in a country, and behind its name: "Jordan Valley" is none of the list of words that no name holds. */
export const NOT_BEHIND_GIVEN_NAME = words(
  "Basin Peninsula Heights Border Railways Railway Power Tech Time Times Post Today Policy Strip Gap",
);
/** Prepositions and links before which no given name stands: "in Jordan". */
export const BEFORE_COUNTRY = words("in to from of at the with for near across");
/** "In Ghana President A said" tells a place; "with Ghana President A" does not. */
export const LOCATES = /\b(?:in|to|at|from|near|across|into) (?:the )?$/i;
export const AS_PLACE = /\b(?:in|to|at|from|of|near|for|with|and|across|into) (?:the )?$/i;
export const VISITS =
  /\b(?:visit(?:s|ed|ing)?(?: to)?|travel(?:s|l?ed|l?ing)? to|trip to|flew to|arriv(?:es|ed|ing) in|went to) (?:the )?$/i;
export const MEETS =
  /\b(?:meet|met|meets|meeting|talks|see|saw|congratulate|congratulated|greeted|received|welcomed|host|hosted)\b/i;
export const STATE_BODY = words("ministry ministries army military police government parliament presidency cabinet navy embassy");
/** An office by the body it belongs to: "army spokesman". */
export const STATE_BODY_OFFICE = /^(?:(.*) )?(ministry|army|military|police|government|navy|embassy|minister)(?: spokes\w+)?$/;
/** Adjectives of parties before a state of the Union: "Texas Republican". */
export const US_PARTIES = words("Democratic Republican Independent");
/** Names of countries that are first names and family names too: not counted right after a capitalised word. */
export const NAMES_OF_PEOPLE = words(
  "jordan chad georgia israel cuba ireland france holland england wales german english welsh french",
);
