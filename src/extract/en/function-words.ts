import { together, words } from "../words.ts";

/** The closed classes of English, in lower case. A rule names a class; it does not list its words again. */

/** Forms of "be" that agree with a subject. */
const BE_FINITE = words("am is are was were");
export const BE = together(BE_FINITE, words("be been being"));
/** Forms of "be" that are not a verb's ending: what stands before a passive. */
export const BE_SHORT = words("'s 're 'm ’s ’re ’m");
export const HAVE = words("has have had");
export const HAVING = together(HAVE, words("having"));
export const DO = words("do does did");
export const MODALS = words("will would can could may might shall should must cannot");
/** Verbs that help another one, in forms that agree with a subject. */
export const AUXILIARIES = together(BE_FINITE, HAVE, DO, words("will would could should"));

export const SUBJECT_PRONOUNS = words("i you he she it we they");
/** Without "it": whoever these mean can speak. */
export const PEOPLE_PRONOUNS = words("i you he she we they");
/** The third person: its owner stands in the text. */
export const THEIR_POSSESSIVES = words("his her its their");
export const POSSESSIVES = together(THEIR_POSSESSIVES, words("my your our"));
export const REFLEXIVES = words("myself yourself himself herself itself ourselves yourselves themselves");
export const DEMONSTRATIVES = words("this that these those");
export const RELATIVE_SUBJECTS = words("who which");
/** "Others said": they stand for somebody without a noun. */
export const INDEFINITES = words("one another others many some both");

export const ARTICLES = words("the a an");
/** What a noun phrase begins with. */
export const DETERMINERS = together(
  ARTICLES,
  POSSESSIVES,
  DEMONSTRATIVES,
  words("no any all some both several each every other"),
);

export const PREPOSITIONS = words(
  "of in on at by for with from to into onto over under about against between during through without within upon via like amid despite per near inside outside toward towards",
);
export const COORDINATORS = words("and but or so yet nor");
export const SUBORDINATORS = words(
  "that which who whom whose when while after before because since although though where whereby until as if whether unless",
);
/** What negates a verb. */
export const NEGATIONS = words("n't n’t not never neither nor hardly barely");
/** What English puts at the end of a word: "Modi's", "didn't", "they'll". */
export const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu;
/** Beginnings that make one word with what follows. */
export const AFFIXES = words(
  "anti co counter cross e ex inter mid mini multi neo non over pan post pre pro re semi socio sub un vice",
);
/** Pronouns that negate the clause they stand in. */
export const NOBODY = words("nobody none nothing no-one");
/** Pronouns of the third person that stand for what was named before. */
export const REFERRING_PRONOUNS = words("he she it they his her their him them its");
