/** "Reporting by", "CNN's Ada Lund contributed to this report", "Sign up for our newsletter", "Video Ad Feedback", "Editor's note:". */
export const LINE_STARTS =
  /^[[(*_–—-]{0,3}\s?(?:(?:additional |writing and |compiled and )?(?:reporting|writing|editing|photography|compiled|edited|written|produced)(?: and (?:writing|editing|reporting))? (?:by|from)\b|contributing(?: reporting)?\s?:|contributors?\s?:|with (?:reporting|files|inputs?) (?:by|from)\b|sign up (?:for|to)\b|subscribe (?:to|now|here)\b|stay in the conversation\b|download (?:the|our)\b|click here\b|follow \S+(?: \S+){0,5} on (?:twitter|x|facebook|instagram)\b|reach (?:\S+ ){1,6}(?:at|on|by)\b|e-?mail (?:\S+ ){1,5}at\b|editors?['’]?s? note\b|video ad feedback\b|photo(?:graph)?s? by\b|image (?:credits?|source)\b|picture\s?:|photo\s?:|copyright\b|©|all rights reserved\b|this (?:article|story) (?:was|is|has been|originally)\b|the (?:views|opinions) expressed\b|advertisement\b|skip advert\b|related (?:coverage|articles?|stories|content|topics)\b|correction\s?:|clarification\s?:|with agency inputs)/i;
/** "Read more: …", "More: …": a link to another article. */
export const LINK_LABEL =
  /^(?:read(?: more| also| next)?|more(?: on this| from \w+)?|see also|also read|also see|watch(?: live| now)?|listen|related|recommended|opinion|analysis|explainer|live updates|dig deeper|go deeper|in pictures|must read)\s?[:|»>]/i;
/** A label right at the words of its link: "On Capitol Hill:Is a shutdown coming?" */
export const GLUED_LABEL = /^\p{Lu}[\p{L}’' -]{1,48}:\p{Lu}/u;
export const LINK_HEADING =
  /^(?:read more|more|related(?: coverage| articles?| stories)?|see also|also read|more (?:stories|coverage|on this (?:story|topic)))\s?:?$/i;
export const LINE_ENDS =
  /(?:contributed (?:reporting )?to this (?:report|story|article|post)|- source:\s.{1,30}|\bstaff writer|all rights reserved)\.?\)?$/i;
export const BYLINE = /^by\s+\p{Lu}/iu;
export const AGENCY =
  /\b(?:Getty|AFP|Reuters|REUTERS|AP|EPA|EFE|ANI|PTI|Bloomberg|Shutterstock|Sputnik|TASS|Xinhua|Yonhap|Kyodo|ANP|DPA|dpa|Handout|Pool|Images|Photo|Photos|Press|Alamy|Anadolu|NurPhoto|ZUMA|Zuma|CNN|BBC)\b/u;
/** Words in lower case that a byline may hold. */
export const BYLINE_WORDS = /^(?:by|and|in|for|of|de|van|von|al|the|updated|published)$/i;
/** Words in lower case that a picture's credit may hold. */
export const CREDIT_LINKS = /\b(?:via|for|by|and|the|of)\b/g;
export const CREDIT_START = /^(?:AP |Photo|Image|File )/;
