/** Words that settle whether a reported event was, will be, or is none, where they stand apart from the event's own verb. All lower case. */

/** Before a report: it is called untrue, or nobody bears it out. */
export const UNTRUE_BEFORE =
  /\b(?:(?:it|this) (?:is|was) (?:not true|untrue|false|not the case|a lie) that|nothing (?:\w+ )?(?:suggest(?:s|ed)|show(?:s|ed)|indicate[sd]?|prove[sd]?) (?:that )?|(?:no|scant|little) (?:\w+ )?(?:evidence|proof|sign|signs|indication|indications|record|truth|suggestion|confirmation) (?:that|of|to)|(?:fake|false|hoax|doctored|satirical|fictitious|fabricated|misleading|bogus) (?:\w+ )?(?:post|posts|story|stories|report|reports|claim|claims|video|videos|photo|photos|image|images|article|articles|rumou?rs?)|in (?:the|a) (?:\w+ )?(?:film|movie|novel|play|sketch|cartoon|series|comedy|musical|parody|scenario|simulation|thought experiment))\b/;
/** What a report opens with that may be called untrue behind it. */
export const CLAIM_BEFORE =
  /\b(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|assertions?|stor(?:y|ies)|notion|idea|speculation) (?:that|of)\b/;
export const UNTRUE_BEHIND =
  /\b(?:is|are|was|were) (?:\w+ )?(?:false|untrue|incorrect|wrong|fabricated|baseless|unfounded|fake|invented|nonsense|not true|not correct|not accurate|lies|a lie|without foundation)\b/;

/** Behind a plan: nobody knows whether it stands. */
export const DOUBT_BEHIND =
  /[;,–—] ?(?:but |and )?(?:that|which|this) (?:is|was|are) (?:\w+ )?(?:in doubt|in question|uncertain|unclear|up in the air)\b/;
/** "denied reports that", "dismissed what was written about": whoever does this to one of those calls what follows untrue. */
export const DENIES =
  /^(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|rebut(?:s|ted|ting)?|refute[sd]?|refuting|debunk(?:s|ed|ing)?|disput(?:es?|ed|ing)|rubbish(?:es|ed|ing)?|ridicule[sd]?)$/;
export const DENIED_CLAIM =
  /^(?:reports?|reporting|claims?|rumou?rs?|suggestions?|allegations?|assertions?|stor(?:y|ies)|speculation|media|news|post|posts|what|article)$/;

/** What an event of which one says that it "is" this has not become. */
export const UNSETTLED_PREDICATE =
  /^(?:(?:a|an|the|still|very|highly|more|most|now|also|quite|too|only|only a|currently|far|increasingly|no) )*(?:possible|unlikely|impossible|doubtful|uncertain|unclear|premature|conceivable|unthinkable|desirable|pointless|conditional|contingent|dependent|mistake|out of the question|up in the air|off the table|on the table|on the cards|off the cards|in doubt|in question|under (?:discussion|consideration|review)|being (?:considered|discussed|explored|mulled|weighed)|(?:\w+ )?(?:prospect|possibility|option|dream)|a (?:long|way|matter)|too (?:early|soon)|not (?:possible|certain|likely|guaranteed|ruled|excluded|yet|confirmed|on))\b/;
export const PLANNED_PREDICATE =
  /^(?:(?:still|now|also|already|only|just) )*(?:on (?:the|her|his|their) (?:\w+ )?(?:schedule|agenda|calendar|programme|program|itinerary)|in the works|in preparation|being (?:planned|prepared|arranged|organi[sz]ed)|imminent|(?:\w+ )?(?:days?|weeks?|hours?|months?) (?:away|off)|to come|due|(?:moved|rescheduled|brought forward|pushed back|delayed|postponed) (?:to|until|till))\b/;
/** "the trip is off": called off, unless off the charts or the record. */
export const OFF_PREDICATE = /^(?:now |therefore |thus )?off(?:,|$)/;
/** Of a meeting, a condition: "depends on the weather". */
export const DEPENDS = /^(?:depend|depends|depended|hinge|hinges|hinged)$/;
export const LINKS =
  /^(?:stands|stood|is|are|was|were|be|been|being|remain|remains|remained|seem|seems|seemed|look|looks|looked|appear|appears|appeared)$/;

/** In front of an event it is still to come: "ahead of her meeting". */
export const AHEAD_OF =
  /\b(?:ahead of|before|prior to|in advance of|in preparation for|in the run-up to|in the lead-up to|on the eve of)$/;
/** In front of an event, as what is still to be: "looked forward to meeting again at the June summit". */
export const LOOKS_AHEAD =
  /\b(?:(?:upcoming|forthcoming) (?:participation|attendance|presence) (?:in|at)|preparations for|look(?:s|ed|ing)? forward to(?: (?:meeting|seeing|welcoming|hosting|participating|speaking|joining)(?: [\p{L}’'-]+){0,3} (?:at|in|to|during))?)$/u;
/** In front of an event to which somebody is asked: "invite the minister to". */
export const INVITES_SOMEBODY =
  /\binvit(?:e|es|ed|ing|ation|ations)\b(?: [\p{L}.’'-]+){1,8} to (?:the|a|an|his|her|its|their|this|next)(?: [\p{L}’'-]+){0,3}$/u;
/** In front of what is still to come: "looked forward to meeting", "looks forward to their next meeting". */
export const LOOKS_FORWARD = /\blook(?:s|ed|ing)? forward to(?: [\p{L}’'-]+){0,3}$/u;
/** In front of what has been, and is not told again by it: "will visit to follow up on their talks". */
export const FOLLOWS_UP = /\b(?:follow(?:s|ed|ing)? up on|buil(?:d|ds|t|ding) on)$/;
/** Behind "is": what is still to be used. */
export const OPPORTUNITY = /^(?:an?|the|another) (?:\p{L}+ )?(?:opportunity|chance|occasion) (?:to|for)\b/u;
/** Behind these with "for" stands what was: "thanked her for the visit". */
export const THANKS =
  /^(?:thank(?:s|ed|ing)?|congratulat(?:es?|ed|ing)|prais(?:es?|ed|ing)|applaud(?:s|ed|ing)?|commend(?:s|ed|ing)?)$/;
/** "pulled out of a summit", "withdrew from talks", "backed out of a meeting". */
export const WITHDRAWS =
  /\b(?:(?:pull|pulls|pulled|pulling|back|backs|backed|backing|drop|drops|dropped|bow|bows|bowed) out of|(?:withdraw|withdraws|withdrew|withdrawn|withdrawing) from)$/;
/** "put off her visit": planned for later. */
export const PUTS_OFF = /\b(?:put|puts|putting|push|pushes|pushed) (?:off|back)$/;
/** Verbs that move an event to another day: "postponed to Friday", "put off until May", "brought forward to Monday". */
export const MOVES =
  /^(?:postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|defer(?:s|red|ring)?|adjourn(?:s|ed|ing)?|mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?)$/;
export const MOVES_WITH = /^(?:put|puts|putting|push|pushes|pushed|pushing|bring|brings|brought|bringing)$/;
export const WITH_MOVES = /^(?:off|back|forward)$/;
export const TO_DAY = /^(?:to|until|till)$/;
/** "Snow put paid to a meeting": it was not. */
export const PUTS_PAID = /\b(?:put|puts|putting) paid to$/;
/** Under these a meeting is called off as well as done: "was forced to cancel", "has decided to postpone". */
export const RESOLVED_TO = /^(?:forced|compelled|obliged|decided|chose|chosen|opted|agreed|resolved|had)$/;
/** A planned event that did this never began. */
export const COLLAPSES = /^(?:collapse[sd]?|collapsing|founder(?:s|ed)?|unravel(?:s|ed|led)?)$/;

/** Under these one speaks of what may be done at an event to come. */
export const WISHED_FOR =
  /^(?:hope[sd]?|hoping|want(?:s|ed|ing)?|wish(?:es|ed|ing)?|like|seek(?:s|ing)?|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|await(?:s|ed|ing)?|anticipate[sd]?|anticipating)$/;
/** Under these, said of what will be done or left undone at an event, it is still to come: "are not expected to meet at the summit". */
export const AWAITS = /^(?:will|expected|due|scheduled|slated|set|supposed|going|unlikely|likely)$/;
/** Under these one did what one would not do: the event where it was is real. */
export const WOULD_NOT =
  /^(?:refuse[sd]?|refusing|decline[sd]?|declining|reject(?:s|ed|ing)?|fail(?:s|ed|ing)?|den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|oppose[sd]?|opposing|dispute[sd]?|resist(?:s|ed|ing)?|rule[sd]?|ruling)$/;

/** "the first leader to visit": what somebody was, has happened. */
export const OF_ALL = /^(?:first|last|only|latest|second|third|fourth|fifth|highest|highest-ranking|highest-level|ranking)$/;

export const OFFICIAL =
  /^(?:leader|president|minister|official|premier|chancellor|king|queen|monarch|emperor|pope|envoy|diplomat|head|secretary|ambassador|politician|politicians|statesman)s?$/;

/** Adverbs that may stand between "will" and its verb, with a date: "will also on Thursday meet". */
export const BETWEEN_MODAL =
  /^(?:,|also|then|later|first|again|on|in|at|early|late|this|next|today|tonight|tomorrow|morning|afternoon|evening|night|week|weekend|month|year|\d{1,2}|\p{L}+ly|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
export const MODAL = /^(?:may|might|could|can|should|must|ought|would)$/;
/** Verbs of an encounter as they stand behind "will" and "to". */
export const BASE_FORM =
  /^(?:meet|host|hold|visit|receive|welcome|attend|join|speak|talk|confer|travel|arrive|fly|sit|call|phone|greet|convene|gather|discuss|begin|open|start)$/;
/** Behind these "if" asks and sets no condition. */
export const BEFORE_WHETHER =
  /^(?:ask(?:s|ed|ing)?|see|know|knew|decide[sd]?|say|said|even|as|wonder(?:s|ed)?|unclear|uncertain|determine[sd]?|learn|check|find|out)$/;
/** Whoever does this for a meeting has none yet: "pushed for a meeting". */
export const ASKS_FOR =
  /^(?:push|press|lobby|campaign|plead|beg|petition|angle|jockey|argue|long|call|clamou?r|agitat|yearn|hop|wait)(?:e|es|s|ed|ing|ned|ning)?$/;
/** What somebody is asked to come to has not been: "invited to". */
export const INVITES = /^invit(?:e|es|ed|ing|ation|ations) to$/;
/** "left the door open to talks": there may be some, or none. */
export const OPEN_TO = /\b(?:open|receptive|amenable|opposed|averse|door|alternative|obstacles?|barriers?) to$/;
/** Behind an event: it was not. */
export const NEVER_WAS =
  /\b(?:(?:never|did not|didn.t) (?:happen|happened|take place|took place|materiali[sz]ed?|came? off)|failed to (?:happen|take place|materiali[sz]e))\b/;
export const SETS_CONDITION = /^(?:if|unless|provided)$/;
/** "Should the truce hold, they are to meet": at the head of a sentence, with a comma behind, these set a condition as well. */
export const OPENS_CONDITION = /^(?:if|unless|provided|should|were|had|assuming)$/;
/** "proposed that Reyes meet Falk": what somebody wants of others in the bare form. */
export const WANTS_THAT =
  /^(?:propos(?:es?|ed|ing)|suggest(?:s|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|recommend(?:s|ed|ing)?|request(?:s|ed|ing)?|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|proposal|suggestion|demand|recommendation|request)$/;
/** Behind an event: it was called off, put off, or came to nothing. */
export const CALLED_OFF =
  /\b(?:(?:was|were|been|be|is|being|has|it|and|then|later|but|which|stands|stood|remains) (?:\w+ )?(?:called off|cancel?led|postponed|deferred|scrapped|shelved|aborted|put off|put on hold|(?:moved|pushed|put|pushed back|put back) (?:to|until) an? (?:later|future|new) date)|fell through|has? collapsed before|(?:meeting|talks|summit|visit|trip|call|it|they|that|which|encounter) (?:\w+ )?(?:did not|didn[’']t|never) (?:go ahead|took? place|happen|happened|materiali[sz]ed?|came? off|came? about))\b/;
export const NOT_CALLED_OFF =
  /\b(?:(?:not|never|nearly|almost|twice|repeatedly|previously|originally|initially|once|first) (?:been |be )?(?:called off|cancel?led|postponed|deferred|put off|scrapped)|(?:called off|cancel?led|postponed|deferred|put off) (?:twice|before|earlier|last|in (?:january|february|march|april|may|june|july|august|september|october|november|december)))\b/;
/** Participles behind an event's noun that set a day for it: "the talks, set for Thursday". */
export const SET_BEHIND = /^(?:set|due|scheduled|rescheduled|slated|planned|expected|fixed|pencil+ed)$/;
export const SETS_FOR = /^(?:for|on|to|in|later|next|this|tomorrow|early|late)$/;
/** "the visit, which begins on Friday": told in the present, it is still to come. */
export const BEGINS = /^(?:begins?|starts?|opens?|kicks|takes?|runs?)$/;
export const TIME_AND_AGAIN = /^(?:every|each|annually|yearly|twice|once|regularly)$/;
/** What did not do this brought no event about: "did not lead to a meeting". */
export const LEADS_TO = /^(?:lead|leads|led|result|results|resulted|amount|amounts|amounted|translate[sd]?)$/;
