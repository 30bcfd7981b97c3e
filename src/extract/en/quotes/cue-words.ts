import { either, together, words } from "../../words.ts";
import { MONTHS, PARTS_OF_DAY, WEEKDAYS } from "../calendar.ts";
import { ARTICLES, INDEFINITES, PEOPLE_PRONOUNS, POSSESSIVES, SUBJECT_PRONOUNS } from "../function-words.ts";

export const BEFORE_REPORTING_VERB = words("has had have also later then once earlier reportedly");
export const ASIDE_TAIL = words("in on at to during after before ahead from via when while of by following upon near through");
/** Pronouns that begin a clause and are no source. */
export const CLAUSE_SUBJECTS = words("who which that i we you");
/** Verbs that bring words only with "back": "shot back". */
export const FIRES_BACK = words("shot shoots fired fires hit hits");
/** A subject with its verb: "he's", no owner. */
export const CONTRACTED_SUBJECT = /^(?:he|she|it|that|there|what|who|let)['’]s$/;
/** First words behind a verb that are no source. */
export const NOT_DIRECT_OBJECT = words("that to this in on at about");
/** "the latest": an adjective, no source. */
export const SUPERLATIVE = /^\p{Ll}{3,}est$/u;
/** Endings and nouns of people who speak without a determiner: "critics say", "police say". */
export const PLURAL_SOURCE = /(?:s|men|people|police|media)$/;
export const ELISION = /^['’](?:em|til|tis|twas|cause|bout|round|n|\d0s)\b/i;
export const BEGINS_SIDE_CLAUSE = words("if while when after before because since although though until unless whereas once as");
export const CIRCUMSTANCE =
  /^(?:in|on|at|during|after|before|since|until|near|amid|under|despite|without|inside|outside|ahead)\b/;
export const ADDRESSED = /^(?:tell|told|ask|inform|remind|assure|thank|warn|advis)/;
/** Words behind a comma that begin another clause. */
export const JOINS_CLAUSE = words("and but while as whereas though");
/** Prepositions behind a verb that follows its speaker: "said in Oslo". */
export const BEHIND_VERB = words("in on from at with of for");
/** What may stand between a quotation and "said Lund". */
export const BEFORE_INVERTED = words("as , — – - then the later");
/** "in a video posted on": the verb says where the words stand, not who brings them. */
export const MEDIUM = words(
  "video message photo picture clip statement letter note post tweet recording article interview remarks comments",
);
/** Prepositions behind a medium: "a video on". */
export const ON_A_MEDIUM = words("on by in to from via");
/** Verbs of which the subject was quoted, or quotes another. */
export const NOT_WHO_SPEAKS = words("quoted cited heard reported recorded");
/** Adverbs between a subject and its verb. */
export const BEFORE_VERB = /ly$|^(?:also|then|once|not|never|later|being)$/;
/** "went on", "began": somebody speaks further. */
export const GOES_ON = words("go goes went begin begins began");
export const AND_BUT = words("and but");
export const AND_BUT_COMMA = words("and but ,");
export const BEGINS_SIDE_SENTENCE = words(
  "while when after before although though if because since as whereas once until unless despite asked",
);
export const SENTENCE_COORDINATORS = words("and but yet so");
export const ED_ENDING = /(?:ed)$/;
/** Whoever is quoted, cited or heard speaks: not who quotes, cites or hears. */
export const QUOTING = /^(?:quot|cit|hear|paraphras|record|overhear)/;
/** "asked Smith to call it": who was asked speaks. */
export const HANDS_ON =
  /^(?:ask|urg|tell|told|want|expect|allow|forc|persuad|order|invit|encourag|prompt|led|lead|caus|press|instruct|hear|watch|see|saw|let|make|made|had)/;
/** Prepositions with which a verb brings words: "denounced as". */
export const BRINGS_WORDS = words("as for of from over");
/** Prepositions behind a noun of speech and before its speaker. */
export const OF_A_SPEAKER = words("by from of");
/** Finite verbs that no ending shows. */
export const IRREGULAR_PAST = words(
  "went took gave came made spoke met got ran drew stood sat began left kept led held put set brought thought won lost rose fell shot sent built paid hit " +
    "struck sought caught taught fought broke chose grew threw flew wore tore swore rode told became meant felt dealt sold bought found hung laid lay let read " +
    "shook showed slept slid spent split spread sprang stuck stole swept swung understood wound goes takes gives comes makes speaks stands seeks wants urges",
);
/** Without "may": it may be who speaks. */
export const NEVER_SPEAKS = together(
  [...WEEKDAYS, ...MONTHS].filter((name) => name !== "may"),
  words("yesterday today week month year"),
);
/** Nouns of what has no words, found where a speaker stands because a verb or a noun beside it was misread. */
export const NO_SPEAKERS_NOUN = words(
  "past future present time times chance chances street streets arm arms face faces eye eyes hand hands race races tax taxes power percent cent " +
    "effort efforts evening morning night afternoon day days hour hours minute minutes week weeks month months year years money weather moment moments",
);
/** Words of a time between a speaker and the end of an aside: ", Smith said late on Monday,". */
export const ASIDE_TIME = together(
  WEEKDAYS,
  PARTS_OF_DAY,
  words("on at in last late early earlier this yesterday today week month year"),
);
/** Behind a verb of speech these begin what was said. */
export const OPENS_CLAUSE = together(ARTICLES, SUBJECT_PRONOUNS, POSSESSIVES, words("that there this"));
/** Words behind which a reporting verb is a noun: "the report", "no comment". */
export const NOT_BEFORE_VERB = together(ARTICLES, POSSESSIVES, words("of this that no any to"));
/** A source that is a pronoun. */
export const BEGINS_WITH_PRONOUN = new RegExp(String.raw`^(?:${either(PEOPLE_PRONOUNS, INDEFINITES)}|who|which)\b`);
