/** Verbs whose object is what was talked about. */
export const DISCUSS =
  /^(?:discuss(?:e[sd]|ing)?|review(?:s|ed|ing)?|rais(?:es?|ed|ing)|negotiat(?:es?|ed|ing)|debat(?:es?|ed|ing)|broach(?:e[sd])?)$/;
/** Verbs of which that is true of a meeting only: "met to settle the border rules". */
export const SETTLE =
  /^(?:address(?:e[sd]|ing)?|cover(?:s|ed|ing)?|tackl(?:es?|ed|ing)|settl(?:es?|ed|ing)|resolv(?:es?|ed|ing)|explor(?:es?|ed|ing))$/;
/** Verbs behind which a preposition brings it: "spoke about", "focused on". */
export const SPEAK =
  /^(?:talk(?:s|ed|ing)?|sp(?:eak|eaks|oke|oken|eaking)|focus(?:e[sd]|ing|sed)?|consult(?:s|ed|ing)?|touch(?:e[sd])?|dw(?:ell|ells|elt)|cent(?:er|re)(?:s|e?d)?|concentrat(?:es?|ed|ing)|met|meets?|meeting|confer(?:s|red|ring)?|exchang(?:es?|ed|ing))$/;
/** Nouns that name a talk. */
export const TALK =
  /^(?:talks|meetings?|discussions?|negotiations?|consultations?|dialogues?|summits?|conversations?|calls?|exchanges?|views|reviews?|debates?|briefings?|sessions?|agreements?|declarations?|treaty|treaties|memorand(?:um|a|ums)|accords?|pacts?|deals?|statements?|cooperation|conference|workshop|round|agenda)$/;
/** Of these "of" brings it, too: "a discussion of", "an exchange of views". */
export const TALK_OF = /^(?:discussions?|reviews?|debates?)$/;
export const ABOUT = /^(?:about|on|over|regarding|concerning|upon|around)$/;
/** What stands behind "on" and is no subject. */
export const NO_SUBJECT =
  /^(?:sidelines?|margins?|fringes?|occasion|basis|behalf|eve|side|sides|ground|grounds|part|phone|telephone|track|table|agenda|morning|afternoon|evening|night|day|days|week|weekend|month|year|today|tomorrow|yesterday|visit|trip|tour|mission|board|stage|line|way|hand|terms|condition|anonymity|site|twitter|facebook|telegram|x|air|video|screen|tv|television|sunday|monday|tuesday|wednesday|thursday|friday|saturday|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Nouns that only announce the subject: "efforts to end the war", "the importance of trade", "issues such as debt". */
export const ANNOUNCES =
  /^(?:efforts?|importance|needs?|issues?|matters?|questions?|ways?|range|number|series|variety|commitments?|situations?|developments?|steps?|progress|state|role|possibility|possibilities|prospects?|opportunit(?:y|ies)|plans?|measures?|topics?|subjects?|concerns?|views?|options?|areas?|aspects?|means|challenges?|implementation|advancement|expansion|enhancement|development|strengthening|deepening|status|future|host|work|priorities|priority|details?|proposals?|idea|ideas|prospect|urgency|necessity|desire|approach(?:es)?|cooperation|coordination|collaboration|pursuit|support|aim|goal|objectives?|interests?|threats?|impacts?|consequences|implications|opposition)$/;
/** Of these the whole phrase is kept where it says of what: "support for Chad", "threats to shipping". */
export const KEPT_WITH_MORE =
  /^(?:cooperation|coordination|collaboration|support|threats?|impacts?|consequences|implications|opposition|development|future|status|plans?|proposals?|possibility|implementation|expansion)$/;
/** Adjectives that say nothing by themselves. */
export const EMPTY_ADJECTIVE =
  /^(?:bilateral|mutual|common|shared|regional|global|international|important|key|frank|various|other|several|many|numerous|recent|current|ongoing|latest|continued|continuing|joint|further|broad|wide|full|specific|particular|first|second|third|next|same|own|such|more|most|pressing|urgent|outstanding|general|strategic|economic|political|trilateral|close|strong|new|possible|potential|additional|related|multilateral|significant|historic|serious|growing|robust|enduring|critical|great|greater)$/;
/** Nouns that say nothing by themselves. */
export const EMPTY_NOUN =
  /^(?:ties|relations|relationship|relationships|partnership|friendship|alliance|bonds?|cooperation|coordination|collaboration|peace|stability|security|interest|interests|issues?|matters?|concerns?|topics?|questions?|things?|views?|it|them|this|that|these|those|both|others?|everything|anything|challenges?|needs?|efforts?|measures|steps|opportunit(?:y|ies)|progress|work|developments?|situations?|agenda|commitments?|options|ways|plans|priorities|range|sides|countries|nations|leaders?|meetings?|summits?|talks|visits?|call|level|scale|support|prosperity|growth|events?|norms|values|details?|differences|terms|conditions|goals|proposals?|ideas?|news|reports?|which|what|whom|who|how|he|she|they|we|us|him|her|me|you|i|myself|himself|herself|itself|themselves|each|one|ones|people|area|areas|world|region|assembly|parliament|audience|reporters|crowd|conference|gathering|nation|lawmakers|congress|council|ground|miles|years?|months?|weeks?|days?|hours?|minutes?|times?|response|principles?|benefits?|momentum|promotion|roots?|causes?|visions?|gains|importance|invasion|cooperation|bilateral|multilateral|host|use|responsibility|responsibilities|cornerstone|belief|lives|partners|allies|stops?|stopovers?|sidelines|margins|lists?|guests?|invitations?|officials?|statements?|organi[sz]ations?|institutions?)$/;
/** Behind a subject these go on with it: "trade with Chad", "the war in Yemen". */
export const GOES_ON = /^(?:of|in|for|with|between|to|towards?|against|on|from|among|across|around)$/;
/** Nouns that look like what is done about something: "fishing rights", "shipping lanes". */
export const NOMINAL =
  /^(?:fishing|shipping|mining|farming|banking|trading|voting|whaling|logging|living|housing|working|training|funding|trafficking|smuggling|warming|lending|spending|enrichment)$/;
/** No subject: a verb of giving with the first of its two objects, "providing Ukraine" the support, and who is asked to come. */
export const NOT_TALKED_OF =
  /^(?:providing|giving|granting|offering|sending|making|taking|keeping|getting) |\b(?:invitation|guest) lists?$/i;
/** Nouns that say nothing without the verb behind them: "efforts to end", where that is not read. */
export const CUT_SHORT =
  /^(?:efforts?|commitments?|preparations?|steps?|progress|measures?|visions?|plans?|willingness|readiness|ability|decisions?|needs?|ways?|tools?|resources|attempts?|calls?|partners|allies|work|opportunit(?:y|ies)|strateg(?:y|ies)|agreements?)$/;
/** Behind "in" these begin a link: "in light of". */
export const IN_LINKS = /^(?:light|view|case|response|terms|face|wake|support|order|line|favou?r|spite|addition)$/;
/** Verbs of which the next noun does something: "helping Chad fight hunger". */
export const HELPS = /^(?:help(?:ing)?|let(?:ting)?|mak(?:e|ing)|enabl(?:e|ing)|assist(?:ing)?)$/;
/** Words that only begin a name or describe one: "ongoing U.S.", "Mr". */
export const UNFINISHED = /(?:^|\s)(?:U\.\s?S\.?|U\.\s?K\.?|Mr|Mrs|Ms|Dr)\.?$/;
/** Nouns that end as gerunds do and are talked about. */
export const SUBJECTS_IN_ING =
  /^(?:shipping|fishing|mining|banking|lending|funding|financing|housing|farming|training|trafficking|smuggling|hacking|policing|spending)$/;
/** Adjectives that a topic in a list does without: "recent attacks", "shared vision". */
export const ADDS_NOTHING =
  /^(?:recent|strong|shared|common|ongoing|continued|continuing|extensive|close|closer|greater|upcoming|significant|specific|unwavering|enduring|more|further|joint|mutual|current|growing|various|important|key|own|additional|deeper|deep|robust|so-called)$/i;
/** Nouns that say of no topic what it is, where nothing hangs on them. */
export const SAYS_TOO_LITTLE =
  /^(?:nature|respect|vision|preparations?|actions?|participation|tools?|risks?|mechanisms?|readiness|engagements?|engagement|unity|strength|resolve|determination|policy|policies|posture|attempts?|exchange|competition|expectations?|considerations?|advances|contributions?|roles?|functions?|strategy|manner|spirit|core|lines?|parts?)$/;
/** An infinitive without its object at the end: "aid to help". */
export const VERB_AT_END = / to \p{Ll}+$/u;
export const ENDS_NO_TOPIC = / (?:in advance|in general|in particular|at large|as well|as a whole)$/;
/** A link that is left over at the end. */
export const LINK_AT_END = /^(?:of|in|for|with|between|to|towards?|against|on|from|among|across|around|and)$/;
