import { words } from "../../words.ts";

/** "is", "became", "was elected": what makes the words behind it an office of the subject. */
export const BECOMES = words("is remains becomes became serves works elected re-elected appointed named sworn");
export const HELD_ONCE = words("was served worked");
/** Offices that "the …" can mean nobody else by, where one person of the article has none. */
export const LEADING_OFFICE =
  /^(?:president|prime minister|premier|chancellor|foreign minister|defen[cs]e minister|finance minister|king|queen|emir|sultan|taoiseach|leader)$/i;
/** What may stand between a name and the verb that brings its office: "has now been named". */
export const BETWEEN_VERB_AND_OFFICE = words("has had been as also now currently in");
/** Participles with which somebody takes an office. */
export const PUT_INTO_OFFICE = words("elected re-elected appointed named sworn");
/** What an office loses before it is compared: its holder leaves or stands in. */
export const PASSING_STATE = /^(?:outgoing|acting) /i;
/** What an office's description begins with: "the country's president". */
export const BEFORE_OFFICE = words("the a an new country's country’s nation's nation’s its his her");
/** What makes another office of one, not the same one in more words. */
export const OTHER_RANK = /\b(?:vice|deputy|assistant|under|shadow|associate|junior)\b/i;
export const NO_LONGER_SERVING = /^(?:former|ex|then|late)\b/i;
/** Offices whose bearers a foreign paper names without their state as well. */
export const ROYAL_OFFICE = /\b(?:prince|princess|king|queen|duke|duchess|earl|countess)$/i;
export const NOT_AT_HOME =
  /(?:spokes(?:man|woman|person)|general|admiral|ambassador|envoy|governor|leader|prince|princess|king|queen|duke|duchess|earl|countess)$/i;
export const PRESIDENT = /^(?:vice )?president$/i;
/** Monarchies and their realms, which have no president; Spain and the Emirates, whose heads of government or state bear that title, are not among them. */
export const MONARCHIES: ReadonlySet<string> = new Set(
  "AG AU BE BH BN BS BT BZ CA DK GB GD JM JO JP KH KN KW LC LI LS LU MA MC MY NL NO NZ OM PG QA SA SB SE SZ TH TO TV VC".split(
    " ",
  ),
);
/** A dateline with its agency. */
export const AGENCY_DATELINE = /^[^.!?\n]{2,60}?(?:\s[—–-]|\bCNN\b|\((?:AP|Reuters|AFP|CNN)[^)\n]{0,20}\))/u;
/** Offices that the United States alone call so. */
export const US_OFFICES =
  /^(?:deputy |assistant |former |acting )*(?:secretary of state|homeland security secretary|treasury secretary|defense secretary|commerce secretary|press secretary)$/i;
/** Offices of the United States' Congress and White House. */
export const US_CONGRESS_OFFICES =
  /(?:majority|minority) (?:leader|whip)|^(?:house speaker|speaker of the house)$|^(?:first|second) (?:lady|gentleman)$/i;
/** Offices that the United Kingdom alone calls so. */
export const UK_OFFICES =
  /^(?:shadow |former )?(?:home secretary|chancellor of the exchequer|chief whip|chief secretary to the treasury)$/i;
export const INDIAN_OFFICES = /^external affairs minister$/i;
export const IRISH_OFFICES = /^(?:taoiseach|tánaiste)$/i;
/** A seat that is a house, no city. */
export const PALACE = / Palace$/;
/** Offices that one person holds at a time in a state. */
export const UNIQUE_OFFICE =
  /^(?:acting |caretaker |interim |outgoing )?(?:(?:deputy |vice )?president|(?:deputy )?prime minister|premier|(?:vice )?chancellor|king|queen|emperor|emir|sultan|crown prince|(?:first|second) (?:lady|gentleman)|[\p{L} ]*\bminister|[\p{L} ]*secretary(?: of state)?|attorney general)$/iu;
/** Who is meant by "the Chinese leader". */
export const LEADERS_OFFICE =
  /^(?:president|prime minister|premier|chancellor|supreme leader|leader|chairman|general secretary|taoiseach)$/i;
export const NOT_SERVING = /^(?:former|ex|then|late|onetime|one-time)\b/i;
/** Heads that serve a state even where no country is said; a chief, director or head may be anybody's. */
export const STATE_OFFICE =
  /\b(?:president|minister|premier|chancellor|secretary|ambassador|envoy|king|queen|prince|princess|duke|duchess|countess|emperor|emir|sultan|senator|representative|congress(?:man|woman)|governor|general|admiral|attorney general|undersecretary|negotiator|lady|gentleman|speaker|adviser|advisor|spokes(?:man|woman|person)|whip|lawmaker|legislator|chief of staff|MP|taoiseach|leader)\b(?!-general| general)/i;
/** Offices of a union of states: no one state's, wherever its holder travels. */
export const UNION_OFFICE = /\beuropean (?:commission|council|parliament|union|central bank)\b/i;
/** An affiliation that says no more than the office. */
export const MINISTRY = /^ministry$/i;
/** How somebody stands to an office, before its name. */
export const STANDING_PREFIX = /^(?:former|ex|then|acting|interim|caretaker|outgoing|late)[ -]/;
/** Determiners that name no one holder: "a minister of". */
export const ANY_OF_MANY = words("a an any every another");
/** Right before a state's office: "the North Korean leader". */
export const ONE_HOLDER = /\bthe $/i;
/** Right behind a name, over an apposition: whoever comments. */
export const SAYS_BEHIND = /^(?:, [^.,]{0,80},)? (?:said|says|told|wrote|added)\b/;
export const SAYS_BEFORE = /\b(?:said|says|added) $/;
/** How a sentence goes on about the one named before. */
export const GOES_ON_ABOUT_ONE = /^(?:He|She)\b/;
/** Offices by how much their word weighs in diplomatic news; the first that fits counts. */
export const FORMER_OFFICE = /\b(?:former|ex|late|shadow)\b/i;
export const DEPUTY_OFFICE = /\bvice[- ]president\b|\bdeputy\b/i;
export const HEAD_OFFICE =
  /\b(?:prime minister|premier|chancellor|president|king|queen|emperor|emir|sultan|pope|secretary[- ]general|taoiseach)\b/i;
export const MINISTERS_OFFICE =
  /\b(?:minister|secretary of state|foreign secretary|(?:defen[cs]e|treasury|home) secretary|high representative)\b/i;
export const SENIOR_OFFICE =
  /\b(?:ambassador|envoy|high commissioner|security advis[eo]r|spokes(?:man|woman|person)|undersecretary|secretary|governor|commissioner|general|admiral|chief)\b/i;
/** "North Korean leader": of a state, where no other office is given. */
export const STATE_LEADER = /^(?:supreme |paramount )?leader$/i;
/** Who leads, and by which office is not said. */
export const VAGUE_OFFICE =
  /^(?:(?:(?:world|regional|national) )?leader|politician|statesman|dictator|veteran|(?:(?:top|senior|chief) )?(?:diplomat|official))$/i;
/** What links an office to its body. */
export const OFFICE_LINKS = words("of the");
/** How somebody stands to an office, in its title. */
export const OFFICE_STATE =
  /^(?:former|ex|then|late|acting|interim|caretaker|shadow|outgoing|incoming|onetime|one-time|deputy|vice)[ -]/i;
export const LATE_OFFICE = /^late /i;
/** "then-President": when that was, the article does not say. */
export const HELD_BEFORE = /^then[ -]/i;
/** Behind these "the prime minister" is another than the one just named: "the wife of", "wrote to", "met". */
export const OF_ANOTHER = /^(?:of|to|with|for|by|from|against|under|about|met|meets|succeed(?:s|ed)|replace[sd])$/;
