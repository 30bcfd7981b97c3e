import { words } from "../../words.ts";

/** Words of one meaning in news, each group on a line by the bases of its words. A group may hold no word that says more than the others. */
const SAME = [
  "plan intend aim",
  "say tell state note add comment remark",
  "some several",
  "talk discussion conversation dialogue",
  "aid assistance help assist",
  "agreement accord deal pact",
  "start begin commence",
  "end finish conclude",
  "buy purchase",
  "decline fall drop decrease",
  "rise increase climb grow growth",
  "foreign external",
  "defence defense",
  "show reveal",
  "ask request",
  "large big",
  "attempt try",
  "phone telephone",
  "travel journey",
  "about around roughly approximately",
  "nearly almost",
];

/** The meaning of each base that has others of the same. */
export const SAME_MEANING: ReadonlyMap<string, string> = new Map(
  SAME.flatMap((line) => {
    const [first = "", ...others] = line.split(" ");
    return [first, ...others].map((word): [string, string] => [word, first]);
  }),
);

/** Verbs that bring what somebody says, and add nothing of their own: one may stand for another. By their bases. */
export const SAYING = words("say tell state note add comment remark");
/** Verbs that say more than "said", which may stand for them; they may not stand for it. */
export const SAYING_MORE = words("announce report confirm explain declare warn argue insist stress claim admit acknowledge");
/** Verbs that bring the contrary of what follows. */
export const DENYING = words("deny");
/** What opens a clause without saying that it happened. */
export const NOT_FACTUAL_MARKS = words("if unless whether before until lest in order so case though although than");
/** What may be added to any sentence: where it stands among others. */
export const CONNECTORS = words("however meanwhile also separately previously moreover furthermore additionally besides");
/** What no shortening may leave out: the statement would say more, or another thing. */
export const LIMITING = words(
  "no few little half most some several almost nearly about around roughly approximately over under below above more less fewer only just mainly mostly partly",
  "former ex-president then-president fake false alleged so-called proposed planned possible potential would-be suspected reported expected presumed attempted failed unconfirmed",
  "reportedly allegedly apparently probably possibly perhaps maybe likely unlikely supposedly hardly barely rarely seldom never not neither nor partially temporarily",
);
/** Verbs whose two sides do the same: who met whom is one. By their bases. */
export const MUTUAL = words("meet marry talk speak negotiate converse agree sign");
/** Nouns that a light verb makes a deed of: "gave a loan", "held talks"; with the base of the deed. */
export const DEEDS: ReadonlyMap<string, string> = new Map(
  "loan:lend decision:decide visit:visit promise:promise talk:talk meeting:meet agreement:agree offer:offer warning:warn proposal:propose statement:state payment:pay attack:attack choice:choose call:call contribution:contribute apology:apologise donation:donate answer:answer"
    .split(" ")
    .map((pair): [string, string] => {
      const [noun = "", verb = ""] = pair.split(":");
      return [noun, verb];
    }),
);
export const LIGHT_VERBS = words("give make hold have take pay issue deliver grant");
/** Nouns of going up or down: "the decline of exports was 4 per cent". */
export const CHANGES = words("decline fall drop decrease rise increase climb growth");
/** Prepositions of time and place that may stand for one another, or for none. */
export const LOOSE_PREPOSITIONS = words("in on at during");
/** Past forms that stemming leaves apart, beyond those that searching joins. */
export const MORE_IRREGULAR =
  "lend lent|withdraw withdrew withdrawn|draw drew drawn|grow grew grown|fall fell fallen|seek sought|feel felt|hear heard|run ran|stand stood|understand understood|bind bound|" +
  "overthrow overthrew overthrown|hide hid hidden|ride rode ridden|eat ate eaten|wear wore worn|tear tore torn|bear bore born borne|forget forgot forgotten|forgive forgave forgiven|" +
  "shake shook shaken|freeze froze frozen|sink sank sunk|swim swam swum|ring rang rung|drink drank drunk|shrink shrank shrunk|spring sprang sprung|sit sat|deal dealt|mean meant|sleep slept|" +
  "sweep swept|feed fed|bleed bled|breed bred|flee fled|speed sped|slide slid|dig dug|hang hung|stick stuck|sting stung|swing swung|undertake undertook undertaken|wake woke woken|arise arose arisen|" +
  "forbid forbade forbidden|be been was were is are am|have has had|do does did done|dissent|resign|shut|be being";
/** Numbers as words, with their values; of "per cent" the last word. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    .split(" ")
    .map((word, value): [string, string] => [word, String(value)]),
  ..."thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, at): [string, string] => [word, String((at + 3) * 10)]),
  ..."first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, at): [string, string] => [word, String(at + 1)]),
  ["%", "percent"],
  ["cent", "percent"],
  ["percent", "percent"],
]);
/** "5m", "5bn". */
export const NUMBER_SUFFIXES: ReadonlyMap<string, string> = new Map([
  ["m", "million"],
  ["mn", "million"],
  ["bn", "billion"],
  ["b", "billion"],
  ["tn", "trillion"],
  ["k", "thousand"],
]);
/** Offices that news names in other words. */
export const SAME_OFFICE: ReadonlyMap<string, string> = new Map([
  ["top diplomat", "foreign minister"],
  ["chief diplomat", "foreign minister"],
]);
/** Modal verbs that say the same in another tense or form. */
export const SAME_MODALS: ReadonlyMap<string, string> = new Map([
  ["would", "will"],
  ["'ll", "will"],
  ["’ll", "will"],
  ["wo", "will"],
  ["shall", "will"],
  ["ca", "can"],
  ["cannot", "can"],
]);
/** What opens a condition: without it a claim would say more. */
export const CONDITIONAL_MARKS = words("if unless provided providing assuming");
/** What opens a stretch of a sentence that stands beside the rest, also where no comma does. */
export const BREAKS = words("after while following amid during who which where");
/** What makes a guess of whatever it stands in. */
export const HEDGES = words(
  "may might could would perhaps maybe possibly probably likely allegedly reportedly apparently supposedly",
);
/** Marks of money and shares, as the words for them. */
export const UNIT_MARKS: ReadonlyMap<string, string> = new Map(
  "$:dollar €:euro £:pound ¥:yen ₹:rupee".split(" ").map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);
/** What a number is of: without it the number says another thing. */
export const UNITS = words("percent hundred thousand million billion trillion crore lakh");
/** Who speaks for others: what they say is said by those. */
export const SPEAKING_FOR = words("spokesman spokeswoman spokesperson");
/** Nouns that "of" and a name behind them only name: "the town of Kesh" is Kesh. */
export const NAMED_BY_OF = words(
  "town city village port state province region island district county republic kingdom city-state municipality",
);
