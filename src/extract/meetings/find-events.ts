import type { MeetingKind } from "../../domain/evidence/extraction.ts";
import { EVENT_NOUNS, EVENT_VERBS, HOLD_VERBS, type VerbClass } from "../en/event-words.ts";
import type { Token } from "../tokens.ts";
import type { EventWord, Scene } from "./event.ts";
import { lowerAt } from "./event.ts";
import { isVerb } from "./tree.ts";

const VERB_KINDS: Record<VerbClass, MeetingKind> = {
  meet: "meeting",
  host: "meeting",
  talk: "talks",
  phone: "call",
  visit: "visit",
  move: "visit",
  discuss: "talks",
  gather: "meeting",
  sign: "statement-signing",
};
/** "meeting room", "talks process": the noun only describes the next one. */
const DESCRIBED =
  /^(?:room|rooms|center|centre|show|party|table|tables|process|format|venue|hall|agenda|agendas|minutes|partner|partners|point|points|level|guest|guests|place|site|declaration|communique|communiqué|statement|host|hosts|preparations|sign|card|centre|button|volume|logs?|finals?|semi-?finals?|championships?|standings|report|survey|index)$/;
/** "press conference", "cabinet meeting": nothing between states. */
const DOMESTIC =
  /^(?:press|news|cabinet|board|staff|prayer|campaign|party|town|hall|shareholder|shareholders|committee|video-?game|rally|plenary|parliamentary|courtroom|court|club|team|family|class|school|training|media|annual|business|investor|earnings|fishing|hunting|field|shopping|camping|boat|road|guided|concert|book|training|wake-up|robo|phone-in|conference|emergency-services|curtain|roll|close|last-minute)$/;

/** Whether a sentence holds any word that an event could be told by: most hold none, and need no parse. */
export function mayTellEvent(tokens: Token[]): boolean {
  return tokens.some(
    (token, at) =>
      isAwaited({ tokens }, at) ||
      EVENT_VERBS.has(token.lower) ||
      EVENT_NOUNS.has(bare(token.lower)) ||
      wordsOfName(tokens, at) > 0,
  );
}

/** Every word of a sentence that may report an encounter, in the order of the text. */
export function findEvents(scene: Scene): EventWord[] {
  const found: EventWord[] = [];
  for (let at = 0; at < scene.tokens.length; at++) {
    const event = verbEvent(scene, at) ?? nounEvent(scene, at);
    if (event !== null) found.push(event);
  }
  return found;
}

function verbEvent(scene: Scene, at: number): EventWord | null {
  const word = lowerAt(scene, at);
  if (isAwaited(scene, at)) return { at, form: "verb", verb: "move", kind: "visit", first: at, last: at + 1 };
  const verb = EVENT_VERBS.get(word);
  if (verb === undefined || (scene.tokens[at]?.capital === true && at > 0)) return null;
  const surely =
    /^(?:meet|met|meets|arrives|spoke|spoken|conferred|hosted|arrived|visited|received|welcomed|discussed)$/.test(word) &&
    !/^(?:the|a|an|[’']s)$/u.test(lowerAt(scene, at - 1));
  if (!(isVerb(scene.tree, at) || surely)) return null;
  if (word === "talks" && (EVENT_NOUNS.has(lowerAt(scene, at - 1)) || isHeld(scene, at))) return null;
  const down = /^(?:sit|sits|sat|sitting)$/.test(word);
  if (down && lowerAt(scene, at + 1) !== "down") return null;
  return { at, form: "verb", verb, kind: VERB_KINDS[verb], first: at, last: at + (down ? 2 : 1) };
}

/** "held talks": what stands behind such a verb is a noun, whatever the tagger says. */
function isHeld(scene: Scene, at: number): boolean {
  return HOLD_VERBS.has(lowerAt(scene, at - 1));
}

/** "is due in Israel on Wednesday", "is expected in Rome next week": a journey to come. */
export function isAwaited(scene: Pick<Scene, "tokens">, at: number): boolean {
  return (
    /^(?:due|expected)$/.test(lowerAt(scene, at)) &&
    lowerAt(scene, at + 1) === "in" &&
    scene.tokens[at + 2]?.capital === true &&
    /^(?:is|are|be|was|were)$/.test(lowerAt(scene, at - 1))
  );
}

/** "COP27", "Cop26": a summit by its own name. */
export function isNamedSummit(text: string): boolean {
  return /^COP-?\d{1,2}$/i.test(bare(text));
}

/** "COP27", "COP 27": the places of such a name that begins here, as many as it has words; 0 for none. */
function wordsOfName(tokens: readonly Token[], at: number): number {
  if (isNamedSummit(tokens[at]?.text ?? "")) return 1;
  return tokens[at]?.text === "COP" && /^\d{1,2}$/.test(tokens[at + 1]?.text ?? "") ? 2 : 0;
}

export interface NameOfSummit {
  name: string;
  first: number;
  last: number;
}

/** An event's own name of this kind: "COP27", "the COP27 summit", "the Climate Change Conference (COP 27)"; null for none. */
export function summitNameOf({ tokens }: Pick<Scene, "tokens">, { at }: EventWord): NameOfSummit | null {
  for (const first of [at, at - 1, at - 2, ...(tokens[at + 1]?.text === "(" ? [at + 2] : [])]) {
    const last = first + wordsOfName(tokens, first);
    if (last === first || (first < at && last < at)) continue;
    const words = tokens.slice(first, last).map(({ text }) => text.replace(/[’']s?$/u, ""));
    return { name: words.join(""), first, last };
  }
  return null;
}

/** "the Climate Change Conference (COP27)": the name behind it is the conference's. */
function isNameBehind(scene: Scene, at: number): boolean {
  return lowerAt(scene, at - 1) === "(" && EVENT_NOUNS.get(lowerAt(scene, at - 2)) === "summit";
}

function nounEvent(scene: Scene, at: number): EventWord | null {
  const token = scene.tokens[at];
  if (token === undefined) return null;
  const word = bare(token.lower);
  const next = lowerAt(scene, at + 1);
  const named = wordsOfName(scene.tokens, at);
  if (named > 0) {
    if (EVENT_NOUNS.has(lowerAt(scene, at + named)) || isNameBehind(scene, at)) return null;
    return { at, form: "noun", verb: null, kind: "summit", first: at, last: at + named };
  }
  const kind = EVENT_NOUNS.get(word);
  if (isPartOfName(scene, at) || isOfMember(scene, at)) return null;
  const tag = scene.tree.tags[at] ?? "";
  const nominal =
    /^(?:NN|JJ|VBG|CD)/.test(tag) ||
    (word === "talks" && isHeld(scene, at)) ||
    ((!EVENT_VERBS.has(word) || word === "talks") && /^(?:DT|PRP\$|CD|JJ|NN)/.test(scene.tree.tags[at - 1] ?? ""));
  if (kind === undefined || !nominal) return null;
  if (
    /^(?:VBG|JJ)/.test(scene.tree.tags[at] ?? "") &&
    EVENT_VERBS.has(word) &&
    !/^(?:DT|PRP\$|JJ|NN|NNP|POS)/.test(scene.tree.tags[at - 1] ?? "")
  )
    return null;
  if (kind === "summit" && describesNoun(scene, at)) return null;
  if (DESCRIBED.test(bare(next)) || (EVENT_NOUNS.has(bare(next)) && next !== "talks") || isOpener(scene, at)) return null;
  if (next === "talks") return null;
  if (
    /^(?:bilaterals?|trilateral|one-on-one|face-to-face|2\+2)$/.test(word) &&
    /^(?:NN|JJ|CD)/.test(scene.tree.tags[at + 1] ?? "")
  )
    return null;
  const before = lowerAt(scene, at - 1);
  if (DOMESTIC.test(before) && !(before === "conference" && word.startsWith("call"))) return null;
  if (/^(?:conference|forum|dialogue)/.test(word) && kind === "summit" && !token.capital && before !== "video") return null;
  return { at, form: "noun", verb: null, kind: nounKind(scene, at, kind), first: at, last: at + 1 };
}

/** "Talks between …" at the head of a sentence is a noun; "Meeting the minister, she said" is a verb. */
function isOpener(scene: Scene, at: number): boolean {
  return at === 0 && lowerAt(scene, 0) === "meeting" && /^(?:DT|NNP|PRP)/.test(scene.tree.tags[1] ?? "");
}

function nounKind(scene: Scene, at: number, kind: MeetingKind): MeetingKind {
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const word = lowerAt(scene, i);
    if (/^(?:phone|telephone|telephonic)$/.test(word)) return "call";
    if (/^(?:video|virtual|online|videoconference|remote)$/.test(word))
      return kind === "summit" && !/^conference/.test(lowerAt(scene, at)) ? kind : "video";
    if (/^(?:of|in|on|to|for|with|and|or|a|the|[’']s)$/.test(word)) break;
  }
  if (kind === "call" && lowerAt(scene, at - 1) === "courtesy") return "meeting";
  if (/^(?:meeting|meetings|talks)$/.test(lowerAt(scene, at)) && /^summit$/.test(lowerAt(scene, at - 1))) return "summit";
  return kind;
}

function bare(word: string): string {
  return word.replace(/[’']s?$/u, "");
}

/** "a member of the Security Dialogue", "host of this year's summit": what somebody is, not what took place. */
function isOfMember(scene: Scene, at: number): boolean {
  const head = scene.tree.heads[at] ?? -1;
  return head >= 0 && head < at && scene.tree.rels[at] === "nmod" && /^(?:members?|hosts?|founders?)$/.test(lowerAt(scene, head));
}

/** "the Summit of the Americas objectives": behind a name of capitals a noun that it only describes. */
function describesNoun({ tokens, tree }: Scene, at: number): boolean {
  if (tokens[at]?.capital !== true || lowerAt({ tokens }, at + 1) !== "of") return false;
  let last = lowerAt({ tokens }, at + 2) === "the" ? at + 3 : at + 2;
  while (tokens[last]?.capital === true) last++;
  return /^NNS?$/.test(tree.tags[last] ?? "") && !EVENT_NOUNS.has(lowerAt({ tokens }, last));
}

/** "Secretariat of the International Conference": the event only names an office. */
function isPartOfName(scene: Scene, at: number): boolean {
  if (scene.tokens[at]?.capital !== true || at === 0) return false;
  const head = scene.tree.heads[at] ?? -1;
  return (
    head >= 0 &&
    head < at &&
    scene.tree.rels[at] === "nmod" &&
    scene.tokens[head]?.capital === true &&
    /^NNP/.test(scene.tree.tags[head] ?? "")
  );
}
