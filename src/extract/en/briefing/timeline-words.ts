/** Of what was planned: it will not be. */
export const CALLED_OFF =
  /\b(?:cancel(?:s|l?ed|l?ing)|cancellation|call(?:s|ed|ing)? off|scrap(?:s|ped|ping)?|will not|won['’]t|pull(?:s|ed|ing)? out)\b/i;

/** Behind a verb of saying, before its day: "said in Santiago on Friday", "told reporters late on Monday", "warned Norway on Monday". */
export const SAID_ON =
  /\b(?:said|says|told|warned|urged|called|added|announced|declared|stated|tweeted|wrote|posted|insisted|vowed|pledged|demanded|condemned|praised|welcomed|denied|rejected)\b(?: (?!that\b|to\b|it\b|they\b|he\b|she\b|the\b)\p{Ll}[\p{Ll}-]*){0,2}(?: (?:in|at|from|of|about|after) (?:the )?\p{Lu}[\p{L}’'-]*(?: [\p{L}’'-]+){0,2})?,?(?: (?:late|early))? (?:on )?$|\b(?:told|warned|urged|accused|blamed|condemned|praised|criticised|criticized)(?: the)? \p{Lu}[\p{L}’'-]*,?(?: (?:late|early))? (?:on )?$/u;

/** Behind a day, of whoever spoke on it: "on Friday, Trump said", "Wei on Sunday accused". */
export const SAYS_BEHIND =
  /^,? (?:\p{Lu}[\p{L}.’'-]*,? ){0,5}(?:said|says|told|warned|urged|called (?:for|on)|announced|declared|stated|tweeted|insisted|vowed|pledged|demanded|condemned|praised|accused|blamed|criticised|criticized|welcomed|denied|dismissed)\b/u;
