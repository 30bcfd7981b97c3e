import { either, words } from "../../words.ts";
import { AUXILIARIES, DETERMINERS, MODALS, SUBJECT_PRONOUNS } from "../function-words.ts";

/** A greeting and nothing else; who greets wants to know what can be asked. */
export const GREETS =
  /^(?:hi|hiya|hey|hello|heya|howdy|yo|hola|bonjour|salut|hallo|ciao|namaste|moin|greetings|good (?:morning|afternoon|evening|day)|morning|evening)(?: (?:there|all|everyone|everybody|team|folks|bot|again|to you))*$/i;
/** Asks what the app is for. */
export const ASKS_FOR_HELP =
  /^(?:what (?:can|do) (?:you|u) do|what (?:are|is) (?:you|this)(?: for)?|who are you|how (?:do|can) (?:i|we) use (?:you|this|it)|how (?:does|do) (?:this|you|it) work|what can (?:i|we) ask(?: you)?|(?:can you )?help(?: me)?(?: please)?|instructions)$/i;

/** A line of these alone is thanks, an acknowledgement, laughter. */
const SMALL_TALK = words(
  "thanks thank thx ty tysm cheers merci danke gracias obrigado obrigada grazie arigato shukriya beaucoup dir you u so very much lots a an the lot many all again for that this it that's it's its is was",
  "ok okay k kk okey oki alright right sure yes yep yup yeah ya no nope nah maybe indeed exactly true agreed noted roger understood",
  "lol lmao rofl haha hahaha hehe heh ha hah wow whoa omg ooh oh ah aha hm hmm hmmm mm mhm ugh oops meh yikes gosh damn jeez",
  "nice cool great good super perfect excellent awesome amazing brilliant lovely neat sweet wonderful fantastic fascinating interesting impressive crazy wild huge big sad funny odd weird strange fair fine useful helpful handy",
  "got see saw read will do done works work looks sounds seems me too same here there now bot job well point love like it'll appreciated appreciate",
  "bye goodbye night see later wrong chat window mistake ignore soon morning afternoon evening day brb afk ttyl fyi nvm never mind nevermind welcome np problem worries please sorry pls",
  "hi hey hello everyone everybody folks guys team and but really just quite pretty always early stuff news one mess pity shame joke surprise relief",
);
/** Somebody says thanks. */
export const THANKS =
  /\b(?:thanks?|thank you|thx|ty|tysm|cheers|merci|danke|gracias|obrigad[oa]|grazie|arigato|shukriya|appreciated?)\b/i;
/** Marks of assent that are written with digits. */
export const ASSENT = /^[+-]\d+$/;

/** So many words at most are small talk; a longer line says something. */
const SMALL_WORDS = 9;

/** "thanks", "ok great", "+1": it asks for nothing. */
export function isSmallTalk(said: string): boolean {
  if (ASSENT.test(said)) return true;
  const words = said.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  return words.length <= SMALL_WORDS && words.every((word) => SMALL_TALK.has(word) || SMALL_TALK.has(word.replaceAll("’", "'")));
}

/** Stands before what is asked, and asks for nothing. */
export const LEAD_IN =
  /^(?:(?:ok|okay|so|well|right|hm+|oh|ah|yes|yeah|no|great|nice|cool|thanks|thank you|thx|hi|hey|hello|bot|and|but|also|anyway|sorry|please|pls|wait|btw|by the way|just|then|quick question|question)(?:[\s,:;!.–-]+|$))+/i;

/** Somebody is spoken to. */
export const SECOND_PERSON = /\b(?:you|your|yours|you['’]\p{L}+|y['’]?all|u)\b/iu;
/** Whoever writes speaks of themselves; "US" is a country. */
export const FIRST_PERSON =
  /\b(?:[Ii]|[Ii]['’]\p{L}+|[Ww]e|[Ww]e['’]\p{L}+|us|[Oo]urs?|[Mm]y|[Mm]e|mine|[Ll]et['’]?s|[Mm]yself|[Oo]urselves)\b/u;
const ASKING = "(?:who|whom|whose|what|which|when|where|why|how|if|whether)";
const STORED =
  "(?:quotes?|sources?|meetings?|articles?|names?|details|dates?|list|timeline|briefing|summary|reports?|story|stories)";
/** Asks the app for something, though it says "you", "me" or "we". */
export const REQUEST = new RegExp(
  [
    String.raw`^(?:(?:can|could|would|will) you (?:please )?)?(?:tell|remind) (?:me|us) (?:more|${ASKING}|about|of)\b(?! (?:it|that|this)$)`,
    String.raw`^(?:(?:can|could|would|will) you (?:please )?)?(?:show|give|get|send|find|list|name)(?: (?:me|us))? (?:(?:the|all|more|some|any|their|his|her|its|a|every)(?: \p{L}+){0,3} )?(?:${STORED}|participants?|attendees|countries)\b`,
    String.raw`^(?:(?:can|could|would|will) you (?:please )?)?(?:find out|explain|say|check|look up) ${ASKING}\b`,
    String.raw`^(?:(?:can|could|would|will) you (?:please )?)?(?:summari[sz]e|compare)\b`,
    String.raw`^do (?:you|we) (?:already )?know (?:${ASKING}|anything|more|of|about)\b`,
    String.raw`^(?:what|how much)(?: else| more)? do (?:you|we) (?:already )?(?:know|have)\b`,
    String.raw`^(?:do|have) (?:you|we)(?: have| got)? (?:anything|something|more|any|${STORED})\b`,
    String.raw`^(?:i|we)(?: would|['’]d| want| need|['’]d love)(?: like)? to know (?:more|${ASKING}|about)\b`,
    String.raw`^(?:i|we)(?: was|['’]m| am| were)? wonder(?:ing)? ${ASKING}\b(?! (?:i|we|my|our)\b)`,
    String.raw`^(?:can|could|may) (?:i|we) (?:please )?(?:see|get|have|read) (?:(?:the|all|more|some|their|his|her|its) )?(?:\p{L}+ )?${STORED}\b`,
  ].join("|"),
  "iu",
);
/** Speaks to whoever is there about themselves: "anyone up for lunch", "has anyone read this". */
export const ASKS_ROUND =
  /^(?:can|could|would|will|should) some(?:one|body)\b|^(?:(?:has|have|did|is|was|are|does|can|could|will|would|should)\s+)?(?:any|some|every)(?:one|body)\b(?!\s+(?:from|of|in|at|on the)\s+\p{L})(?:[\s?]*$|.*\b(?:read|seen|see|saw|up for|free|around|know|knows|want|wants|have|got|going|coming|check|checked|tried|try|heard|available|online|here|awake|taking|working|looked|mind|fancy|interested|notice|noticed|help)\b)/iu;
/** Asks whoever is there, people and the app, what the articles may say: the words before it. */
export const ASKS_ALL = new RegExp(
  String.raw`^(?:(?:does|do|did) )?(?:any|some)(?:one|body)(?: here| else)? (?:happen to )?(?:know|knows|remember|remembers|recall) (?=${ASKING}\b)`,
  "iu",
);
/** Asking words as they are typed in haste, and what is meant. */
const HASTY: Readonly<Record<string, string>> = {
  wen: "when",
  whn: "when",
  wehn: "when",
  wat: "what",
  wht: "what",
  waht: "what",
  wher: "where",
  wich: "which",
  whcih: "which",
  hwo: "how",
  whats: "what's",
  wheres: "where's",
  whens: "when's",
  whos: "who's",
  hows: "how's",
  whys: "why's",
};
const HASTY_WORD = new RegExp(String.raw`\b(?:${Object.keys(HASTY).join("|")})\b`, "gu");

/** A line with its asking words spelt out. */
export function spelledOut(line: string): string {
  return line.replace(HASTY_WORD, (word) => HASTY[word] ?? word);
}

/** Say at the end of a command who sees its answer. */
export const FOR_ALL = /(?:^| )(?:(?:--|—)share|publicly|for everyone)$/iu;
export const FOR_ME = /(?:^| )(?:(?:--|—)private|privately|(?:just|only) for me)$/iu;
/** Words of courtesy behind a command. */
export const COURTESY_END = /,? (?:pls|plz|please|thanks|thx|thank you|ty)[.!]?$/iu;
/** What people of one office talk of among themselves. */
export const HOUSE_MATTER =
  /\b(?:lunch|coffees?|beers?|drinks?|deadlines?|front page|home ?page|headlines?|stand-?up|on call|on shift|day off|typos?|slides?|deck|spreadsheet|google docs?|zoom link|dial-in|word count|kick-?off|retro|sprint|jira|pull request|invoice|weekend plans?)\b|\bwho(?: else)?(?: wants| needs| fancies| can| could| has time| has got time|(?: is|['’]s) (?:on|in|free|around|taking|doing|covering|writing|editing|coming|going))\b(?!.*\b(?:talks|summit|meeting|treaty|visit)\b)|\b(?:this|the) (?:bot|app|channel|thread|link|button)\b/iu;
/** A statement that asks for assent. */
export const TAG =
  /\b(?:ok|okay|alright|works|fine)\s*\?+$|[,–-]\s*(?:right|no|yes|ok|okay|eh|huh|correct|innit|or what|or not|don['’]t (?:you|they|we)|(?:is|are|was|were|do|does|did|has|have|wo|ca)n['’]t (?:it|they|he|she|we|that|this|there))\s*\?*$/iu;
/** Astonishment in the form of a question. */
export const EXCLAIMS =
  /^(?:oh |wait |so |but |and )*(?:really|seriously|huh|what|eh|what the \p{L}+|wtf|no way|no|yes|ok|okay|sure|so|for real|you sure|is (?:it|that so|he|she)|are they|do they|did (?:they|he|she)|does (?:it|he|she)|has (?:he|she|it)|have they|was (?:it|he|she)|were they|will they|says who|who(?: even)? (?:knows|cares|knew)|so what|what now|now what|what['’]?s up|what gives|how (?:nice|cool|sad|funny|odd|weird|strange|interesting|lovely|awful|terrible)|what an? .*|why (?:bother|me|though)|when (?:pigs fly|hell freezes over))$/iu;

/** Asks on from what was said, with or without a question mark. */
export const FOLLOWS_UP = new RegExp(
  [
    "^(?:and |but |so )?(?:who|whom|when|where|why|how|how so|how come|how many|how much|since when|until when|why not|what else|who else|where else|when else|anything else|anyone else|which one|which ones)$",
    String.raw`^(?:and )?(?:what|how) about \p{L}`,
    "^(?:and )?(?:what about )?the (?:one|ones|time|meeting|visit|call|talks|summit) (?:before|after)(?: (?:that|this|then))?$",
    String.raw`^(?:some |any )?(?:more|details|background)(?: details?)?(?: (?:on|about|from|of) \p{L}.*)?$`,
    String.raw`^(?:anything|something|nothing) (?:else |more |new )?(?:on|about|from|by) \p{L}`,
    String.raw`^any (?:other |more |further )?(?:news|word|updates?|reactions?|quotes?|comments?|details?|response|sources?) (?:on|about|from|by|to) \p{L}`,
    String.raw`^(?:all |more |the )?(?:quotes?|meetings?|sources?|articles?|statements?) (?:on|about|from|by|of|with|between|since|in|for|until) \p{L}`,
    "^(?:the )?(?:sources?|quotes?|meetings?|people|participants?|details)$",
  ].join("|"),
  "iu",
);
/** "and Japan?", "and on trade?": with the mark only, as "and then we left" goes on as well. */
export const GOES_ON = /^(?:and|or|but)\s+\p{L}/iu;
/** A question by the order of its words, the mark left out. */
export const ASKS_PLAINLY = new RegExp(
  [
    String.raw`^(?:who|whom|what|when|where|why|how|which)(?:['’]s|['’]re|['’]d| (?:${either(AUXILIARIES, MODALS)}))\b(?: \S+)+`,
    String.raw`^how (?:many|much|long|often|far|old|high|big|soon|likely) \S+`,
    String.raw`^(?:which|whose) \p{L}+ \p{L}+`,
    String.raw`^what (?:else |other )?(?!(?:an?|${either(DETERMINERS, SUBJECT_PRONOUNS)}|the)\b)\p{L}+ (?:\p{L}+ )?(?:${either(AUXILIARIES, MODALS)})\b`,
    String.raw`^who (?!(?:knows|knew|cares|${either(SUBJECT_PRONOUNS)})\b)\p{L}+ \p{L}`,
    String.raw`^(?:in|at|on|by|with|to|from|for|since|until|under|after|before|about) (?:which|what|whom|whose)\b`,
    String.raw`^(?:did|does|has|have|had|is|was|were|are|will|would|can|could|should) (?:he|she|they|the|any|there|both|all|his|her|their|either|its|these|those)\b(?: \S+){2,}`,
    String.raw`^(?:did|does|has|had|is|was|will|would|can|could|should) (?:it|this|that)(?: \S+){3,}`,
  ].join("|"),
  "iu",
);
/** The same where a name comes second, which only its capital letter tells: "did India sign it". */
export const ASKS_OF_NAME =
  /^(?:[Dd]id|[Dd]oes|[Hh]as|[Hh]ave|[Hh]ad|[Ii]s|[Ww]as|[Ww]ere|[Aa]re|[Ww]ill|[Ww]ould|[Cc]an|[Cc]ould|[Ss]hould) \p{Lu}\p{L}+(?: \S+)+/u;
/** Asks with a word for it anywhere, or names a thing of the articles by a word that asks. */
export const ASKING_WORD = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/i;
