import { words } from "../../words.ts";

/** Nouns that say of a sentence that words of somebody's follow it: "issued a statement". */
export const SPEECH_TITLES = words("statement speech letter message post tweet email e-mail memo interview remarks address");
export const LEADS_TO_NAME = /^(?:(?:\p{Lu}[\p{L}\p{N}.'’-]*,?|of|for|the|and|former|then)\s+)*$/u;
export const HE_SHE_THEY = /\b(?:he|she|they)\b/i;
export const BE_FORMS = words("was were is are been being be 's ’s");
/** "told by": whoever is told, asked or warned says nothing. */
export const TOLD_OR_CALLED = words(
  "told informed warned advised asked assured reminded instructed urged called described labelled labeled branded dubbed dismissed denounced condemned hailed praised criticised criticized slammed accused quoted",
);
/** A verb that judges words: "as" behind it is its own, not the words'. */
export const JUDGING =
  /^(?:describ|dismiss|denounc|condemn|characteri|reject|brand|label|blast|hail|portray|derid|regard|slam|criticis|criticiz|ridicul|see|saw|view|decr|deplor|mock|refer|interpret|paint|cast|praise|welcom)/;
export const AFTER_WORDS = words("that was were is are as :");
/** "having called", "being asked". */
export const BEFORE_PARTICIPLE = words("having being");
/** What brings the words behind a verb that judges: "denounced as". */
export const AS_FOR_OVER = words("as for over");
/** Endings of a verb that is no base form. */
export const VERB_FORM_ENDING = /(?:ed|ing|s)$/;
/** Prepositions behind a noun of speech: "warning about", "a message from". */
export const BEHIND_WORDS = words("of about for to from by");
/** Of these, what brings the subject, no speaker. */
export const WORDS_ABOUT = words("of about for to");
export const WORD_OR_WORDS = words("words word");
/** Of these, what brings the speaker. */
export const WORDS_FROM = words("from by");
/** "quoting Lund as saying". */
export const QUOTING_FORMS = words("quoted quotes quoting cited cites citing");
export const QUOTES_OR_CITES = words("quoted quotes cited cites");
/** "and that is how Lund puts it". */
export const BEFORE_IS_HOW = words("that this and");
export const IS_OR_WAS = words("is was 's ’s");
/** A subject with its verb: "it's". */
export const CONTRACTED_IS = /^(?:it|that|there|he|she|what|who)['’]s$/;
