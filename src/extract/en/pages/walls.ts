import { NOT_FOUND_ABROAD, WALLS_ABROAD } from "./walls-abroad.ts";

/** What stands in an article's place, or ends it: the words of consent pages, bot checks and paywalls, a paragraph at a time. */

/** Asks for money or an account before the rest: "To continue reading, subscribe", "This article is for subscribers only". */
const PAYWALL = [
  /\b(?:to|want to|please) (?:continue|keep|finish) reading\b/i,
  /\b(?:subscribe|sign (?:in|up)|log ?in|register|join)(?: now| today)? (?:to|and) (?:continue|keep|finish) reading\b/i,
  /\b(?:subscribe|sign (?:in|up)|log ?in|register|join)(?: now| today)? (?:to|and) (?:read|unlock|access|view|see) (?:the |this )?(?:full|whole|rest|entire|article|story|content|more)\b/i,
  /\bto (?:read|unlock|access|view) (?:the |this )?(?:full|whole|rest|entire|article|story|content)\b[^.!?\n]{0,80}\b(?:subscri|sign|log|regist|account|member)/i,
  /\b(?:already|not yet) (?:a|an) (?:\p{L}{1,20} )?(?:subscriber|member)\b/iu,
  /\balready have an account\b/i,
  /\b(?:this|the|our) (?:full |premium )?(?:article|story|content|page|report) is (?:only |exclusively |available )*(?:for|to|reserved for) (?:\p{L}{1,20} ){0,3}(?:subscribers|members)\b/iu,
  /\b(?:exclusive(?:ly)?|only) (?:available )?(?:for|to) (?:\p{L}{1,20} ){0,2}(?:subscribers|members)\b/iu,
];

/** What such a notice says besides, and what an article on subscriptions says too. */
const OFFER = [
  /\byou(?:['’]ve| have) (?:reached|used|read|hit) (?:your|all|the) (?:\p{L}{1,20} ){0,3}(?:limit|free articles?|articles?)\b/iu,
  /\b(?:unlimited (?:digital )?access|digital access)\b[^.!?\n]{0,40}(?:[$€£₹¥]|\bfor only\b|\bjust\b|\ba (?:week|month)\b)/i,
  /\bcancel (?:at )?any ?time\b/i,
  /\bsubscribe (?:now )?(?:for|from) (?:only |just |as little as )?[$€£₹¥]/i,
];

/** Asks whether the reader is a person, or a browser with scripts. */
const BOT_CHECK = [
  /\b(?:please )?(?:enable|turn on|allow) (?:javascript|js|cookies)\b/i,
  /\bjavascript (?:is|must be|needs to be) (?:disabled|enabled|required|not enabled|turned off|not available)\b/i,
  /\b(?:verify|confirm|check|checking|make sure|prove) (?:that )?(?:if )?you(?:['’]re| are) (?:a |not a )?(?:human|real person|robot|bot)\b/i,
  /\bchecking (?:your browser|the site connection)\b/i,
  /\bneeds to review the security of your connection\b/i,
  /\b(?:unusual|suspicious) (?:traffic|activity) from your\b/i,
  /\b(?:access denied|you (?:don['’]t|do not) have permission to access)\b/i,
  /\bcomplete the (?:captcha|security check)\b/i,
  /\bray id\b/i,
];

/** Asks for consent to cookies. */
const CONSENT = [
  /\b(?:we|us)\b[^.!?\n]{0,60}\bpartners\b[^.!?\n]{0,80}\b(?:store|access|process|use|share)\b/i,
  /\bstore and\/?(?:or)? access information on a device\b/i,
  /\b(?:accept|reject|manage)(?: all)? (?:cookies|your (?:choices|preferences|privacy))\b/i,
  /\b(?:we|this (?:site|website)) uses? (?:\p{L}{1,20} ){0,3}cookies\b/iu,
  /\bby (?:clicking|choosing|pressing|selecting|continuing)\b[^.!?\n]{0,80}\b(?:accept|agree|consent|cookies)\b/i,
  /\blegitimate interest\b/i,
  /\b(?:cookie|privacy) (?:settings|preferences|policy)\b/i,
  /\bwithdraw (?:your )?consent\b/i,
];

/** `sure` ones say it alone; of the others an article may say one. */
export const WALLS = {
  paywall: { sure: [...PAYWALL, ...WALLS_ABROAD.paywall], others: [...OFFER, ...WALLS_ABROAD.offer] },
  "bot-check": { sure: [], others: [...BOT_CHECK, ...WALLS_ABROAD["bot-check"]] },
  consent: { sure: [], others: [...CONSENT, ...WALLS_ABROAD.consent] },
};

/** A publisher's notice that an article no longer stands, as its headline or at the head of its text. */
const HEADED =
  /^RETRACTED\b|^(?:Retracted|Withdrawn|Removed|Deleted) [Aa]rticle\s?[:|–—-]|\[(?:RETRACTED|Retracted|WITHDRAWN|Withdrawn)\]/;
const NOTICE =
  /\bthis (?:article|story) (?:has been|was|is) (?:retracted|withdrawn|removed|taken down|deleted)\b|\bwe (?:have )?(?:retracted|withdrawn|removed|withdrew) (?:this|the) (?:article|story)\b|\bKILL(?:ED)?: (?:this|the) story\b/i;
const NOTICE_WITHIN = 400;
/** News of withdrawn statements and deleted posts says the same: it is a notice only if it says little else. */
const SHORT_HEADED = /^(?:retract(?:ed|ion)|withdrawn|removed|deleted)\s?[:|–—-]/i;
const SHORT_NOTICE =
  /\b(?:this|the) (?:article|story|report|item|post|piece|press release) (?:has been|was|is) (?:retracted|withdrawn|removed|taken down|deleted)\b/i;
const SHORT = 600;
const QUOTED = /["“][^"“”\n]{0,400}["”]/g;

/** Whether a text is the notice that stands in the place of a withdrawn article, or is headed by one. What somebody says in quotation marks is none. */
export function isRetraction(title: string | null, text: string): boolean {
  const head = text.slice(0, NOTICE_WITHIN).replace(QUOTED, "");
  if (HEADED.test(title ?? "") || NOTICE.test(head)) return true;
  return text.length <= SHORT && (SHORT_HEADED.test(title ?? "") || SHORT_NOTICE.test(head));
}

/** The headline of a page that stands for one that is not there. */
const NOT_FOUND =
  /^(?:error )?(?:404|410)\b|^(?:page|article|story|content|document) (?:is )?(?:not found|(?:is )?no longer (?:available|here)|(?:does not|doesn['’]t) exist|unavailable)\b|^(?:oops|sorry|not found)\s?(?:[!,.:|–—-]|$)/i;

export function saysNotFound(title: string): boolean {
  return NOT_FOUND.test(title) || NOT_FOUND_ABROAD.test(title);
}
