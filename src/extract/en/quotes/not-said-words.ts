import { words } from "../../words.ts";

/** What stands for the word itself: "the word “solidarity”". */
export const TERMS = words(
  "word term phrase expression name nickname title hashtag moniker sobriquet pseudonym alias codename letters letter keyword password adjective noun verb acronym abbreviation epithet label",
);
/** What passes from mouth to mouth and is nobody's: "under the slogan “…”". */
export const SAYINGS = words(
  "slogan motto headline hashtag proverb adage lyrics lyric refrain inscription caption tagline catchphrase chorus rhyme idiom cliche cliché watchword heading rubric subtitle banner",
);
export const NAMING = words(
  "named titled entitled nicknamed codenamed code-named christened headlined subtitled so-called captioned dubbed called labelled labeled stamped marked inscribed emblazoned spelled spelt engraved",
);
export const GLOSS = words("means meaning translates translated signifies denotes pronounced spells rhymes");
export const READS = words(
  "said says read reads reading saying proclaimed proclaiming declaring declared bearing emblazoned with displaying showing that which stating spelling painted inscribed bore",
);
/** Determiners before a thing that bears a name in quotation marks. */
export const BEFORE_NAMED_THING = words("the a an new its their his her our");
/** Of these somebody may be the one who calls it so. */
export const CALLED = words("called dubbed labelled labeled");
/** Of these, what a thing may do as well: "the day marked “a turning point”", but "a crate marked “glass”". */
export const MARKED = words("marked");
/** Pronouns of somebody who can say it. */
export const SPEAKING_PRONOUNS = words("he she they who i we");
/** Words with an "s" that are singular as well. */
export const PLURAL_IN_FORM = words("manoeuvres maneuvers series");
/** What carries words that nobody says there and then: "a badge that said". Singular; plurals too. */
export const CARRIERS = words(
  "badge banner sign placard poster shirt t-shirt tee-shirt cap hat button sticker wall graffiti flag jacket mural billboard plaque sweater sweatshirt hoodie mug pin tattoo label " +
    "signboard inscription bumper cake mask armband ribbon tombstone gravestone headstone doormat scarf tie apron vest balloon coaster",
);
/** What has a name of its own in marks, when it has capitals: "the frigate “Evening Heron”". */
export const NAMED_THINGS = words(
  "act album anthem app artwork ballad ballet band bill boat book bridge campaign chapter code code-name codename comedy concert conference course decree directive docudrama documentary drama drill essay " +
    "event exercise exhibition festival film forum frigate game hit hymn initiative law liner manoeuvre maneuver manoeuvres maneuvers march memoir mission motion movie musical novel opera operation order painting paper partnership " +
    "pavilion play plan podcast poem portrait program programme project protocol rally reform restaurant resolution route satellite scheme sculpture seminar series ship show single song speech sitcom statute story strategy submarine " +
    "summit symphony thriller tour tract trilogy vessel warship website workshop yacht volume magazine newspaper column lecture panel symposium award prize medal treaty agreement accord declaration charter",
);
/** What is done with a work: "published “The Long Winter”". */
export const MAKES_A_WORK = words(
  "published authored penned directed co-wrote sang recorded choreographed illustrated reprinted",
);
/** Small words that a title writes without a capital although they have four letters. */
export const SMALL_IN_TITLES = words("from with into over upon than");
/** Of several words these may be what somebody said: "used the phrase". */
export const PHRASES = words("phrase expression");
export const UTTERS = words("use uses used using coined uttered repeated");
