import { words } from "../../words.ts";

/** What stands between the names of a list. */
export const LIST_LINKS = words(", and &");
export const OPENS_LIST = words(", : — – ( including like namely");
export const LIST_GOES_ON = words(", and & of from the — – ( )");
/** "the country's president": the state was named before. */
export const THE_COUNTRYS = /^(?:country|nation|state|kingdom|republic)['’]s$/;
/** What points back to something named before. */
export const THE_THAT_THIS = words("the that this");
export const ROYAL_TITLE = /^(?:king|queen|prince|princess|emperor|empress|emir|sultan|pope|duke|duchess)$/i;
/** "H.E.", "H.R.H.": how diplomats write His Excellency and Her Royal Highness before a whole name; before one word they may be initials. */
export const STYLES_IN_LETTERS = words("h.e. h.h. h.m. h.r.h.");
/** "his Indian counterpart". */
export const COUNTERPART = words("counterparts counterpart");
/** "her counterpart in Fiji". */
export const OF_A_COUNTRY = words("in from of");
/** Small words that may stand within a counterpart's title and name. */
export const INSIDE_COUNTERPART = words("and of for the al bin de van von");
export const JOINED_PARTICLE = /^(?:al|el|as|an|ad|ar|ash|at|az|ul|ur|ud|bin|d|l|o|dell|dall)[-’']\p{Lu}/u;
export const NAME_SUFFIX = /^(?:jr|sr|3rd|2nd|4th|ii|iii|iv|vi{0,3}|ix|x|xiv|xvi)$/i;
export const BODY_HEADS = words(
  "Council Committee Commission Ministry Party Agency Bank Union Parliament Department Board Office Court Senate Assembly Authority Association Organisation Organization Forces Staff",
);
/** What is written with a full stop within a name: an initial, a title, "Jr.". */
export const STOPPED_IN_NAME = /^(?:\p{Lu}|mr|mrs|ms|dr|jr|sr|st|sen|rep|gov|gen|lt|col|prof|capt|sgt|maj|adm|rev|hon)$/iu;
/** "Jr." and "Sr.". */
export const JUNIOR = /^(?:jr|sr)$/i;
/** Suffixes that stand behind a comma: "Ada Lund, Jr.". */
export const SUFFIX_BEHIND_COMMA = /^(?:jr|sr|3rd|2nd)$/i;
/** Ordinals behind a name: "Ada Lund 3rd". */
export const ORDINAL_SUFFIX = words("3rd 2nd 4th");
/** Prepositions between an office and its body, which a name follows: "ambassador to NATO Ada Lund". */
export const OF_A_BODY = words("of for to at");
/** Small words within a body's name: "Ministry of Trade and Industry". */
export const BODY_LINKS = words("of for and");
/** Adjectives before a name that say how its bearer stands to an office. */
export const NOT_NOW = words("former ex then late fellow rival veteran longtime");
/** Endings of a first word with a capital that begins no name: "Recently", "Speaking". */
export const ADVERB_ENDING = /(?:ly|ing)$/;
/** Function words that end no name. */
/** "Hamas-linked", "Paris-based": what describes somebody by a name. */
export const DESCRIBES_BY_NAME =
  /^\p{Lu}[\p{L}.]+[-–](?:linked|backed|led|based|born|trained|affiliated|aligned|allied|controlled|run|held|occupied|dominated|style|era|wide|friendly|sponsored|brokered|mediated|funded|made|supported|educated|appointed)$/u;
export const NOT_LAST_IN_NAME = /^(?:on|in|at|by|of|for|the|and|to|with|from)$/i;
/** What stands within a headline and within no name: "Ada Lund Is Right". Words that are names elsewhere ("Will", "An", "So") are left out. */
export const NOT_WITHIN_NAME = words(
  "is was were are has have had does did says could would should when than what how why and or the for with from not about against your our their its",
);
/** Ranks that things have as well, behind which one word alone is nobody yet: "General Dynamics", "the Executive Session", "league leaders Barcelona". */
export const RANKS_OF_THINGS = words("general executive deputy principal chief major senior vp leaders");
/** Verbs of speech that are given names as well. */
export const MAY_BE_A_NAME = words("said");
export const KIN = /^(?:wife|husband|widow|widower|mother|father|son|daughter|brother|sister|partner|fianc[ée]e?)$/i;
export const OFFICE_KIN = /^(?:predecessor|successor)$/i;
export const OWNERS = /^(?:his|her|their)$/i;
/** A word that looks like a verb of the past or the third person. */
export const VERB_ENDING = /^[a-z]{3,}(?:ed|es)$/;
/** Words behind a comma that refer to a person. */
export const WHO_REFERS = words("who whose himself herself");
/** Particles between the words of a person's name. */
export const PARTICLES_INSIDE = /^(?:de|da|bin|ibn|van|von|al|el|der|den|di|dos)$/i;
export const ARTICLE = words("a an the");
/** Words before a person's name. */
export const NAMES_A_PERSON = words("named called nominee candidate rival colleague counterpart friend");
/** Nouns for a person before a name, with or without a comma. */
export const ROLE_BEFORE_NAME = words("host guest predecessor successor visitor");
/** Words behind which people stand oftener than places. */
export const WITH_A_PERSON = words("with by and met told thanked against");
/** A government bears a person's name: "the Lund administration". */
export const GOVERNMENTS = words("administration presidency premiership");
export const HE_SHE = words("he she");
/** Prepositions before a place. */
export const AT_A_PLACE = /^(?:in|at|near|across|outside|around|throughout|via|on)$/i;
/** Prepositions between a person and a body. */
export const BODY_BEHIND = words("of from at with");
/** Endings and nouns of what people do for a living. */
export const DOER_ENDING = /(?:ist|eer|wright|maker|keeper|driver|owner|worker|farmer|student|survivor|resident)$/;
/** Words right before the name of a thing, a body or an event, and of nobody. */
export const BEFORE_A_THING = words("the a an its our your another every each");
/** Particles in lower case within a name. */
export const NAME_PARTICLES = words("de da do dos das del della di du la le van von der den ter bin ibn bint al el ul e y");
