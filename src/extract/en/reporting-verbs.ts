import { together, words } from "../words.ts";
import { BE, DO, HAVE, MODALS, REFLEXIVES } from "./function-words.ts";
import { formsOf, inflect } from "./inflect.ts";

/** Verbs that bring a quotation, each by its base: `inflect` makes the forms. A new one is one word here. */
const VERBS =
  "add answer announce argue ask assert assure attest acknowledge admit affirm agree allege caution challenge charge claim comment complain concede conclude " +
  "confess confirm contend continue counter declare decry demand deny describe detail disclose emphasise emphasize enthuse exclaim explain express fume gush " +
  "highlight hint imply inform inquire insist interject joke lament maintain mention muse mutter note observe offer opine outline pledge point posit post " +
  "praise predict press proclaim promise pronounce propose protest quip rail reaffirm reason recall recount reflect reiterate relate remark remind repeat reply " +
  "report request respond retort retweet reveal scoff share shout signal slam snap state stress suggest summarise summarize surmise testify " +
  "text threaten tweet underline underscore urge venture voice volunteer vow warn whisper wonder yell call label term dub accuse attack bemoan bill blast " +
  "brand characterise characterize cite condemn criticise criticize credit denounce deplore deride dismiss echo email hail invoke laud liken " +
  "mock quote rap rate rebut recommend refer reject ridicule salute sign speculate tout theorize trumpet welcome advise appeal applaud rule " +
  "advocate boast chide clarify command contradict cry defend elaborate enquire estimate fear guess instruct jest order pen phrase plead preach profess " +
  "question ponder recognise recognize recite refute rejoin rant specify stipulate tease thank toast translate vent view bark bellow bristle caption chant beam chime cheer coo crack crow " +
  "demur divulge expound grouse grumble hazard intone moan murmur mumble pray prod quaver rejoice scold scream sigh sneer sob sputter stammer taunt utter wail whine " +
  "indicate concur reassure marvel reckon suspect lambast lambaste chastise rebuke berate deem depict portray envisage envision";

/** Verbs that bring one in their bare form too: "critics say", "I believe". */
const VERBS_AND_BASES =
  "say tell write read speak think know feel find hear hold lead make put begin sum believe hope argue declare deny reply testify cry specify clarify swear " +
  "quip snap admit refer dub slam sing chant go pen vow joke warn tweet";
/** Of these "-ing" is a noun, or brings nothing: "the finding", "holding talks". */
const WITHOUT_ING = words("know find hear hold lead make begin go sing");

const FORMS = new Set<string>();
for (const base of VERBS.split(" ")) for (const form of formsOf(base)) if (form !== base) FORMS.add(form);
for (const verb of VERBS_AND_BASES.split(" ")) {
  const { base, third, past, ing } = inflect(verb);
  for (const form of [base, third, past[0] ?? base]) FORMS.add(form);
  if (!WITHOUT_ING.has(base)) FORMS.add(ing);
}
// The one past participle that says who spoke: "a letter written by". "Known", "begun" and "sung" do not.
FORMS.add("written");

/** The surest of them: whoever does this speaks. */
const PLAIN = words(
  "say says said saying told tells add adds added adding tweeted tweets wrote writes explained explains noted notes warned asked asks replied stated argued insisted continued",
);
/** Verbs that quote only with a quotation right beside them, in all their forms. */
const WEAK_VERBS = "know hold lead make put begin go find hear sing";
/** Nouns as often as verbs, in these two forms: "a report", "the charges". */
const NOUNS_TOO =
  "report share offer sign order rule rate view bill question claim quote comment request answer demand promise call charge post challenge appeal attack point " +
  "detail fear estimate state text";
const WEAK = words(
  formsOf(WEAK_VERBS).join(" "),
  NOUNS_TOO.split(" ")
    .flatMap((verb) => [verb, inflect(verb).third])
    .join(" "),
  "speak spoke press credit voice charged signed welcome",
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

const COGNITION = words(formsOf("think believe hope feel know find fear expect want wonder doubt").join(" "));

/** What goes on in a mind: a verb of speech around it says whose words they are. */
export function isCognitionVerb(word: string): boolean {
  return COGNITION.has(word);
}

export function isParticiple(word: string): boolean {
  return word.endsWith("ing") && FORMS.has(word);
}

/** Words that stand between a subject and its verb. */
export const BETWEEN_SUBJECT_AND_VERB = together(
  BE,
  HAVE,
  DO,
  MODALS,
  REFLEXIVES,
  words(
    "also later then further again once often never always even just still now recently reportedly allegedly famously simply only both all not n't first finally " +
      "earlier previously subsequently however too instead rather quickly publicly repeatedly",
  ),
);

/** Words of a post's medium, and of a document. */
export const SOCIAL_WORDS =
  /\b(?:tweet(?:s|ed|ing)?|retweet(?:s|ed)?|twitter|facebook|instagram|weibo|telegram channel|truth social|linkedin|mastodon|threads post|post(?:s|ed)? on (?:x|social media)|on x|social media post|in a (?:subsequent |later |separate )?post|posted)\b/i;
export const DOCUMENT_WORDS =
  /\b(?:statement|communiqu[eé]|declaration|document|letter|memo|memorandum|report|press release|readout|resolution|treaty|agreement|text|fact sheet|transcript|filing|complaint|ruling|affidavit|manifesto|pledge|bulletin|notice|circular|website)(?!\p{L})/iu;
export const BODY_WORDS =
  /\b(?:ministry|government|department|council|commission|committee|agency|authority|embassy|office|court|organi[sz]ation|union|bank|company|party|group|association|parliament|senate|house|police|army|military|secretariat|kremlin|pentagon|white house|state department|administration|campaign|foundation|institute|university)\b/i;

/** Verbs of speech that stand before a speaker, too, as news inverts them: "said the minister". */
export const OPENS_SPEECH = finiteForms("add continue explain note reply say state tweet write");
/** Behind these a name is somebody's: "argued Ada Lund". */
export const OPENS_SPEAKER = words(pasts("add argue ask explain reply say tweet warn write"), "says");

function pasts(verbs: string): string {
  return verbs
    .split(" ")
    .map((verb) => inflect(verb).past[0] ?? verb)
    .join(" ");
}

function finiteForms(verbs: string): ReadonlySet<string> {
  return new Set(verbs.split(" ").flatMap((verb) => [inflect(verb).third, inflect(verb).past[0] ?? verb]));
}
