import { either, together, words } from "../../words.ts";
import { RELATIVE_DAYS, WEEKDAYS } from "../calendar.ts";
import {
  ARTICLES,
  COORDINATORS,
  HAVE,
  INDEFINITES,
  POSSESSIVES,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from "../function-words.ts";

/** What comes "from" whoever wrote it. */
export const DOCUMENTS_WITH_AUTHOR = words(
  "statement letter message note report readout memo communique communiqué post tweet email release",
);
export const HEAD_OF_LINK =
  /(?:man|woman|person|people|er|or|ist|ent|ant|head|chief|chair|director|president|minister|secretary|member|aide|official|source|report|statement|spokes\w+|analyst|fellow|professor|lawyer|attorney|mother|father|poll|study|co-founder|ceo|resident|voter|veteran|king|queen|governor|mayor|representative|delegate|envoy|counterpart|colleague|rival|predecessor|successor|deputy|ally|neighbour|neighbor|staff|crowd|mob|letter|niece|nephew|daughter|son|wife|husband|brother|sister|friend)s?$/;
/** Adjectives that stand for somebody: "the latter", "the 46-year-old". */
export const STANDS_FOR_A_NOUN = /^(?:latter|former|.+-year-old|elderly|young|accused|deceased|wounded|injured)$/;
export const PLACING = words(
  "outside inside on near about around in at of for from with against behind beside before by over under among to opposite alongside",
);
/** Words that may stand right behind the noun that heads a phrase: "a spokesman for", "a source close to". */
export const BEHIND_HEAD = together(PLACING, words("who close that"));
export const HEADS_CLAUSE = words("a an the one some several many most another");
export const CLAUSE_STARTS = words("and but as while that when because , ; : — –");
export const SPEAKING_HEAD = words(
  "office crowd report banner sign placard article paper editorial book song poem people women men youths youth children child mob group throng poster card note message statement letter email leaflet petition motion bill speech email caption headline post tweet video ministry department embassy commission committee party government",
);
/** Relative pronouns. */
export const RELATIVE = words("who that which");
/** A present participle, by its ending. */
export const ING = /^\p{Ll}{3,}ing$/u;
/** Endings of nouns that stand without a determiner: "officials", "women". */
export const PLURAL_PEOPLE = /(?:s|people|men|women)$/;
/** An adverb, by its ending. */
export const LY = /ly$/;
/** Days that stand before a subject without a preposition. */
export const DAYS_BEFORE_SUBJECT = words("yesterday today tonight");
/** Words behind which a day belongs to the phrase before: "of Monday". */
export const KEEPS_DAY = words("of from for the a by");
/** Nouns of a time that "last" or a weekday makes whole: "Monday evening". */
export const TIME_NOUNS = words("week month year morning afternoon evening night");
export const WHICH_OF_TIMES = words("last this next earlier late early");
/** Prepositions before where somebody comes from. */
export const BEFORE_ORIGIN = words("from in of at near");
/** Words behind which a clause, and a new phrase, begins. */
export const BEGINS_CLAUSE = words("and but as while when said that whereas because");
export const THE_AS_WRITTEN = /^the$/i;
/** Prepositions between a head and its complement, seen from behind: "spokesman for the ministry". */
export const PHRASE_LINKS = words("of for at with to");
/** Prepositions with which a phrase goes on. */
export const PHRASE_GOES_ON = words("of for at with in to");
export const LETS = words("let lets letting");
/** Endings of a finite verb. */
export const ED_OR_S = /(?:ed|s)$/;
/** The same, and "from", seen from before. */
export const PHRASE_LINKS_AHEAD = words("of for at with from to");
/** Prepositions behind which a phrase does not end. */
export const BEFORE_PHRASE_END = words("of for at with from");
/** Words that end no phrase. */
export const NOT_LAST_IN_PHRASE = words("of for at with from and the");
export const ONE_OR_SOME = words("one another some many both");
export const WEEKDAY_ENDING = /day$/;
/** What is written with a full stop within a name. */
export const STOPPED_IN_PHRASE = /^(?:\p{Lu}|jr|sr)$/iu;
/** A past form, by its ending. */
export const ED = /^\p{Ll}{3,}ed$/u;
/** Pronouns that can be a source. */
export const SOURCE_PRONOUNS = together(SUBJECT_PRONOUNS, INDEFINITES, words("who this that"));
/** Words at which a noun phrase ends. */
export const PHRASE_BOUNDARY = together(
  COORDINATORS,
  SUBORDINATORS,
  words("than then"),
  [...PREPOSITIONS].filter((word) => word !== "of" && word !== "for"),
);
/** Words that begin a phrase. */
export const OPENS_PHRASE = together(ARTICLES, POSSESSIVES, words("this these those another one some many several other"));
/** "they've": a subject with its verb. */
export const PRONOUN_WITH_VERB = new RegExp(`^(?:${either(SUBJECT_PRONOUNS)})(?:['’](?:s|ve|re|d|ll|m))?$`);
/** Prepositions that go on with a noun phrase: "the head of the bank", "a spokesman for the ministry". */
export const INSIDE_PHRASE = words("of for at in from with to and the");
/** Finite verbs behind a subject. */
export const FINITE_VERBS = together(HAVE, words("having is was are were will would says said told asked"));
/** Behind a head these begin another phrase: "the minister the day before". */
export const BEGINS_ANEW = together(ARTICLES, WEEKDAYS, RELATIVE_DAYS, words("his her their this last earlier"));
