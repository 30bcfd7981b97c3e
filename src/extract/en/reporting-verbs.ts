/** Verbs that bring a quotation, by their base form; their forms are made below. */
const REGULAR =
  "add answer announce argue ask assert assure attest acknowledge admit affirm agree allege caution challenge charge claim comment complain concede conclude " +
  "confess confirm contend continue counter declare decry demand deny describe detail disclose emphasise emphasize enthuse exclaim explain express fume gush " +
  "highlight hint imply inform inquire insist interject joke lament maintain mention muse mutter note observe offer opine outline pledge point posit post " +
  "praise predict press proclaim promise pronounce propose protest quip rail reaffirm reason recall recount reflect reiterate relate remark remind repeat reply " +
  "report request respond retort retweet reveal scoff share shout signal slam snap state stress suggest summarise summarize surmise testify " +
  "text threaten tweet underline underscore urge venture voice volunteer vow warn whisper wonder yell call label term dub accuse attack bemoan bill blast " +
  "brand characterise characterize cite condemn criticise criticize credit denounce deplore deride dismiss echo email hail invoke laud liken " +
  "mock quote rap rate rebut recommend refer reject ridicule salute sign speculate tout theorize trumpet welcome advise appeal applaud promise rule " +
  "advocate boast chide clarify command contradict cry defend elaborate enquire estimate fear guess instruct jest order pen phrase plead preach profess " +
  "question ponder recognise recognize recite refute rejoin rant specify state stipulate tease thank toast translate vent view bark bellow bristle caption chant beam chime cheer coo crack crow " +
  "demur divulge expound grouse grumble hazard intone moan murmur mumble pray prod quaver rejoice scold scream sigh sneer sob sputter stammer swear taunt urge utter wail whine";

const IRREGULAR =
  "say says said saying tell tells told telling write writes wrote written writing read reads reading speak speaks spoke speaking think thinks thought thinking " +
  "know knows knew feel feels felt feeling find finds found hear heard hold holds held lead leads led make makes made put puts putting begin begins began " +
  "sum sums summed summing believe believes believed believing hope hopes hoped hoping argue argues argued arguing declare declares declared declaring " +
  "deny denies denied denying reply replies replied replying testify testifies testified testifying cry cries cried crying specify specified specifies " +
  "clarify clarifies clarified swear swears swore swearing quip quips quipped quipping snap snaps snapped snapping admit admits admitted admitting " +
  "refer refers referred referring dub dubs dubbed dubbing slam slams slammed slamming sing sings sang chant chants go goes went pen penned vow vows vowed " +
  "joke jokes joked joking warn warns warned warning tweet tweets tweeted tweeting";

const FORMS = new Map<string, string>();
for (const base of REGULAR.split(" ")) for (const form of regularForms(base)) FORMS.set(form, base);
for (const form of IRREGULAR.split(" ")) if (!FORMS.has(form)) FORMS.set(form, form);

function regularForms(base: string): string[] {
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  const third = /(?:s|x|z|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return [third, `${stem}ed`, `${stem}ing`];
}

/** The surest of them: whoever does this speaks. */
const PLAIN = new Set(
  "say says said saying told tells add adds added adding tweeted tweets wrote writes explained explains noted notes warned asked asks replied stated argued insisted continued".split(
    " ",
  ),
);
/** Verbs that quote only with a quotation right beside them: "make", "go", "find" and nouns such as "report". */
const WEAK = new Set(
  "know knows knew hold holds held lead leads led make makes made put puts putting begin begins began go goes went find finds found hear heard go speak speaks spoke sing sings sang report reports share shares offer offers press sign signs signed order orders rule rules rate rates view views bill bills question questions report claim claims quote quotes comment comments request requests answer answers demand demands promise promises call calls charge charged charges post posts challenge challenges appeal appeals credit attack attacks voice point points detail details fear fears estimate estimates state states text texts state welcome".split(
    " ",
  ),
);

export function isReportingVerb(word: string): boolean {
  return FORMS.has(word);
}

export function isPlainReportingVerb(word: string): boolean {
  return PLAIN.has(word);
}

/** A word that is a noun or another verb as often: it needs a quotation beside it. */
export function isWeakReportingVerb(word: string): boolean {
  return WEAK.has(word);
}

/** What goes on in a mind: a verb of speech around it says whose words they are. */
export function isCognitionVerb(word: string): boolean {
  return /^(?:think|thinks|thought|believe|believes|believed|hope|hopes|hoped|feel|feels|felt|know|knows|knew|find|finds|found|fear|fears|feared|expect|expects|expected|want|wants|wanted|wonder|wonders|wondered|doubt|doubts|doubted)$/.test(
    word,
  );
}

export function isParticiple(word: string): boolean {
  return word.endsWith("ing") && FORMS.has(word);
}

/** Words that stand between a subject and its verb. */
export const BETWEEN_SUBJECT_AND_VERB: ReadonlySet<string> = new Set(
  (
    "has have had is was were are be been being will would could can may might should did does do also later then further again once often never always even " +
    "just still now recently reportedly allegedly famously simply only both all himself herself themselves itself myself not n't first finally earlier " +
    "previously subsequently however too instead rather quickly publicly repeatedly"
  ).split(" "),
);

/** Words of a post's medium, and of a document. */
export const SOCIAL_WORDS =
  /\b(?:tweet(?:s|ed|ing)?|retweet(?:s|ed)?|twitter|facebook|instagram|weibo|telegram channel|truth social|linkedin|mastodon|threads post|post(?:s|ed)? on (?:x|social media)|on x|social media post|in a (?:subsequent |later |separate )?post|posted)\b/i;
export const DOCUMENT_WORDS =
  /\b(?:statement|communiqu[eé]|declaration|document|letter|memo|memorandum|report|press release|readout|resolution|treaty|agreement|text|fact sheet|transcript|filing|complaint|ruling|affidavit|manifesto|pledge|bulletin|notice|circular|website)(?!\p{L})/iu;
export const BODY_WORDS =
  /\b(?:ministry|government|department|council|commission|committee|agency|authority|embassy|office|court|organi[sz]ation|union|bank|company|party|group|association|parliament|senate|house|police|army|military|secretariat|kremlin|pentagon|white house|state department|administration|campaign|foundation|institute|university)\b/i;
