import { words } from "../../words.ts";

/** "in a joint statement": whoever is named before it issued the document. */
export const IN_A_STATEMENT = /\bin an? (?:joint |written |press )?(?:statement|communiqu[eé]|letter|declaration)\b/i;
/** What ends the head of a body's name: "head of the agency". */
export const BEHIND_BODY_HEAD = / (?:of|for|at|in|from|with) /;
/** Nouns of people who speak without a name. */
export const PEOPLE_HEADS = /^(?:officials?|sources?|aides?|diplomats?|members?|workers?|leaders?|critics?)$/i;
/** "Asked about it, he said": who is asked speaks next. */
export const ASKED = words("asked pressed questioned");
/** "When asked", "If pressed", "On being asked": what may stand before it. */
export const BEFORE_ASKED = words("when if once after upon on being later then but and");
export const AN_OR_ONE = words("an a one");
export const OWNERS_OF_SPEAKER = words("his her their its our my");
/** What says when or how an office is held, not which. */
export const PASSING_ADJECTIVES =
  /^(?:former|then|visiting|outgoing|incoming|acting|interim|new|veteran|longtime|top|embattled|far-right|right-wing|left-wing|\d+-year-old)$/;
/** Whoever leads a state, whatever their office is called. */
export const LEADER_NOUNS = words("leader head strongman ruler statesman");
/** What anybody may be called who has an office. */
export const GENERIC_PEOPLE = words("official diplomat politician lawmaker statesman stateswoman dignitary officeholder");
export const DIPLOMATS_OFFICE = /\b(?:ambassador|envoy|consul|diplomat|attach[eé]|foreign|secretary of state|representative)\b/;
/** "the top diplomat". */
export const CHIEF_DIPLOMATS_OFFICE =
  /\b(?:foreign minister|minister of foreign|foreign secretary|secretary of state|foreign affairs)\b/;
export const LEADING_OFFICES =
  /\b(?:president|prime minister|premier|chancellor|king|queen|emir|amir|sultan|prince|chairman|leader|taoiseach|pope|ayatollah|head)\b/;
/** Documents that somebody gives out: their words are the giver's. A declaration or a treaty speaks for itself. */
export const ISSUED_DOCUMENT = words(
  "letter statement readout release note memo e-mail email tweet post message editorial sheet column article op-ed",
);
export const ISSUED = words(
  "sent issued released published wrote signed circulated posted unveiled sends issues releases publishes shared distributed penned delivered",
);
/** What a later sentence calls a body by: the words of its name that it must have, none where any will do. */
export const GENERIC_BODY = words(
  "group body organisation organization paper newspaper magazine site website outlet broadcaster network daily tabloid weekly publication journal channel bloc alliance",
);
/** A body by its name, with or without its article. */
export const NAMED_BODY = /^\p{Lu}|^the \p{Lu}/u;
/** What points back to a body named before. */
export const THE_THAT_THIS = words("the that this");
export const AN_INDEFINITE = /^an? /;
/** What ends the head of an issuer's name. */
export const BEHIND_ISSUER_HEAD = / (?:of|for|at|in|from|with|who) /;
export const NOT_BEFORE_SPEAKER = words(
  "of for to by from at with against in on around near outside inside about behind beside over under among opposite alongside knows knew greeting",
);
/** Small words behind a person's name with which the phrase goes on. */
export const BEHIND_PERSON = words("of from at in and");
/** Words that say a man is meant. */
export const HE_HIMSELF = words("he his himself");
/** Words that say a woman is meant. */
export const SHE_HERSELF = words("she herself");
/** Words within a state's name and a title: "North", "of". */
export const INSIDE_STATE_TITLE = words("North South New of for");
export const HE_OR_SHE = words("he she his her");
export const NO_PERSON_MEANT =
  /^(?:i|we|you|me|us|it|this|that|who|which|they|them|one|many|some|others|both|another|people|(?:not )?(?:any|some|every|no)(?:one|body))$/;
/** "the former", "the latter": one of two who were named before. */
export const ONE_OF_TWO = /^the (?:former|latter)$/;
export const FORMER = /former$/i;
export const TRANSLATOR = words("translator interpreter");
export const HE_OR_HIS = /^h(?:e|is)$/;
/** Pronouns of a group or a body. */
export const GROUP_PRONOUNS = words("they it their its");
export const OF_AN_OWNER = words("for of");
/** The end of a contraction: "he's", "they've". */
export const CLITIC = /['’](?:s|ve|re|d|ll|m)$/;
/** What ends the head of a speaker's phrase. */
export const BEHIND_SPEAKER_HEAD = / (?:of|for|at|in|from|with|who|close) /;
export const INDEFINITE_PERSON = /^(?:an?|one|the) /i;
/** Small words behind which no head of a speaker's phrase stands. */
export const ENDS_SPEAKER_HEAD = words("of for at in from with to by on close near outside inside about against who that");
/** Words of a body's name that give its acronym no letter. */
export const LEFT_OUT_OF_ACRONYM = words("of for and the on in to &");
export const SHE_HER = /\b(?:she|her|herself)\b/;
export const HE_HIM = /\b(?:he|his|him|himself)\b/;
