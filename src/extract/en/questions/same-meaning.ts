/**
 * Everyday words of questions, and what news writes instead: the word that is asked with, then what else may answer it. It holds one way
 * only: whoever asks for a leader means a president as well, and whoever asks for a president does not mean just any leader.
 */
const ANSWERED_BY = [
  "leader: president premier chancellor",
  "boss: chief head",
  "adviser: advisor",
  "advisor: adviser",
  "spokesman: spokesperson spokeswoman",
  "spokeswoman: spokesperson spokesman",
  "spokesperson: spokesman spokeswoman",
  "quit: resign resignation",
  "resign: quit resignation",
  "sack: fired dismissed ousted",
  "fire: sacked dismissed",
  "appoint: named nominated",
  "elect: election elected won",
  "win: victory defeated beat",
  "fly: travel flight",
  "travel: trip visit fly",
  "go: travel visit arrive trip",
  "visit: trip travel arrive",
  "attend: attendance participate",
  "skip: absent absence boycott",
  "boycott: skip",
  "scold: rebuke chide lecture criticise",
  "lecture: chide scold rebuke",
  "criticise: condemn rebuke slam criticism",
  "criticize: condemn rebuke slam criticism",
  "kill: dead death die",
  "die: killed dead death",
  "hurt: injured wounded",
  "injure: wounded hurt",
  "arrest: detained detention",
  "attack: strike assault",
  "invade: invasion",
  "war: invasion conflict",
  "troops: soldiers forces",
  "soldiers: troops forces",
  "weapons: arms",
  "arms: weapons",
  "help: aid assistance support",
  "aid: assistance help",
  "give: provide donate contribute",
  "buy: purchase acquire import",
  "sell: sale export",
  "pay: cost buy bought purchase spend",
  "deal: agreement accord pact",
  "agreement: deal accord pact",
  "agree: agreement deal accord",
  "discuss: talks spoke",
  "promise: pledge vow commit",
  "pledge: promise vow commit",
  "begin: start launch",
  "start: begin launch",
  "end: finish conclude stop",
  "stop: end halt eliminate",
  "cancel: scrap",
  "postpone: delay reschedule",
  "delay: postpone reschedule",
  "ban: prohibit bar",
  "reject: refuse decline",
  "refuse: reject decline",
  "cut: reduce slash",
  "increase: rise raise",
  "test: launch fire",
  "vote: ballot election",
  "protest: demonstrate demonstration",
  "refugees: migrants",
  "migrants: refugees",
  "movie: film",
  "company: firm",
  "study: research",
  "country: nation",
  "car: vehicle",
  "plane: aircraft jet",
  "ship: vessel",
  "prize: award",
  "award: prize",
  "biggest: largest",
  "korean: korea",
  "korea: korean",
  "african: africa",
  "africa: african",
  "lankan: lanka",
  "arabian: arabia",
  "largest: biggest",
];

/** By the word that is asked with. */
export const SAME_MEANING: ReadonlyMap<string, readonly string[]> = new Map(
  ANSWERED_BY.map((line): [string, string[]] => {
    const [asked = "", others = ""] = line.split(": ");
    return [asked, others.split(" ")];
  }),
);

/** Two words that news writes for one: "stepped down" is "resigned". `sought` is what the index is asked for. */
export interface SaidInTwo {
  said: RegExp;
  means: string;
  sought: string[];
}

export const SAID_IN_TWO: readonly SaidInTwo[] = [
  { said: /\b(?:step(?:s|ped|ping)?|stands?|stood|standing) down\b/gi, means: "resign", sought: ["step", "stand"] },
  { said: /\bcall(?:s|ed|ing)? off\b/gi, means: "cancel", sought: ["call"] },
  { said: /\b(?:tells?|told|telling) off\b/gi, means: "scold", sought: ["told"] },
  { said: /\b(?:throws?|threw|thrown|kick(?:s|ed|ing)?) out\b/gi, means: "expel", sought: ["thrown", "kicked"] },
];
