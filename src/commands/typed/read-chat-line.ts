import type { Intent } from "../../domain/chat/intent.ts";
import { stripEnd } from "../../domain/strip-end.ts";
import { CALENDAR_NAMES } from "../../extract/en/calendar.ts";
import { PREPOSITIONS } from "../../extract/en/function-words.ts";
import { givenNameGender } from "../../extract/en/given-names.ts";
import {
  ASKING_WORD,
  ASKS_ALL,
  ASKS_FOR_HELP,
  ASKS_OF_NAME,
  ASKS_PLAINLY,
  ASKS_ROUND,
  ASSENT,
  EXCLAIMS,
  FIRST_PERSON,
  FOLLOWS_UP,
  GOES_ON,
  GREETS,
  HOUSE_MATTER,
  isSmallTalk,
  LEAD_IN,
  REQUEST,
  SECOND_PERSON,
  spelledOut,
  TAG,
} from "../../extract/en/questions/chat-words.ts";
import type { Moment } from "./bounds.ts";
import { plainWords } from "./plain-words.ts";
import { firstWord, mistyped, readSlashLine } from "./read-command.ts";
import { isCommandAnywhere, readLine } from "./read-line.ts";
import { TYPED_COMMANDS } from "./typed-commands.ts";
import { nearest } from "./unclear.ts";

/** A message of a person's, as its platform sent it. */
export interface ChatLine {
  /** With the platform's markup: mentions and addresses between angle brackets. */
  text: string;
  /** A direct message; a thread of the app's, or a reply to a message of its own; or where the app has to be named. */
  place: "direct" | "ours" | "elsewhere";
  /** How the platform writes a mention of the app. */
  app: readonly string[];
}

/**
 * What a line is to the app. `silent`: nothing, since nobody asked it. `smile`: thanks in a direct message. A question is `sure` where it is
 * plainly one for the articles; one that is not is left alone where they do not answer it.
 */
export type ChatMeaning =
  | { kind: "silent" }
  | { kind: "smile" }
  | { kind: "intent"; intent: Intent }
  | { kind: "question"; question: string; isSure: boolean };

const SILENT: ChatMeaning = { kind: "silent" };
const WELCOME: ChatMeaning = { kind: "intent", intent: { kind: "welcome" } };
const HELP: ChatMeaning = { kind: "intent", intent: { kind: "help" } };
const ADDRESS = /<?https?:\/\/[^\s<>]{1,3000}>?/g;
/** Another person, a group or everyone, in Slack's and Discord's markup. */
const OTHERS = /<(?:@[!&]?\w|!(?:here|channel|everyone|subteam))|(?:^|\s)@(?:here|everyone|channel)\b/;
/** A name behind an at sign that the platform made no mention of. */
const TYPED_NAME = /(?:^|\s)@[\p{L}\p{N}_.-]{2,40}/u;
const OWN_NAME = /^@?attach[eé](?=[\s,:;!?]|$)[\s,:;]*/i;

/** Decides whether a line is for the app, and what it asks for. */
export function readChatLine(line: ChatLine, moment: Moment): ChatMeaning {
  const { rest, named } = nameOf(line);
  const text = plainWords(rest);
  // Nobody else can be meant there: a name in front may be the command of that name.
  if (line.place === "direct") return readDirect(named === "first" && !hasMention(line) ? plainWords(line.text) : text, moment);
  if (named === "first") return readNamed(text, line.place, moment);
  if (line.place === "elsewhere" && named !== "last") return SILENT;
  if (OTHERS.test(rest)) return SILENT;
  const command = commandIn(text, moment);
  if (command !== null) return command;
  if (named === "last" && GREETS.test(bare(text))) return HELP;
  const meaning = questionIn(rest, text);
  // Outside of its threads the app is as likely what is talked about.
  return line.place === "elsewhere" && meaning.kind === "question" && !meaning.isSure ? SILENT : meaning;
}

function hasMention({ text, app }: ChatLine): boolean {
  return app.some((each) => text.includes(each));
}

/** Whether the app is named, and where; the line without that. */
function nameOf({ text, app }: ChatLine): { rest: string; named: "first" | "last" | "within" | "not" } {
  const behindOpening = text.replace(/^\s*(?:(?:hey|hi|hello|ok|okay|so|please|dear|@)[\s,]+)?/i, "");
  const mention = app.find((each) => text.includes(each));
  if (mention === undefined) {
    const own = OWN_NAME.exec(behindOpening)?.[0];
    return own === undefined ? { rest: text, named: "not" } : { rest: behindOpening.slice(own.length), named: "first" };
  }
  const rest = text.replaceAll(mention, " ");
  if (behindOpening.startsWith(mention)) return { rest: rest.trim().replace(/^[\s,:;]+/, ""), named: "first" };
  const at = text.lastIndexOf(mention);
  const before = stripEnd(text.slice(0, at), /[\s,]/);
  const mark = text.slice(at + mention.length).trim();
  // "The right use of @App" is about it.
  const isObject = PREPOSITIONS.has((before.split(/\s/).at(-1) ?? "").toLowerCase());
  if (!/^[.,!?]{0,9}$/.test(mark) || isObject) return { rest, named: "within" };
  return { rest: `${before.replaceAll(mention, " ")}${mark}`, named: "last" };
}

function readDirect(text: string, moment: Moment): ChatMeaning {
  const said = bare(text);
  if (text === "") return SILENT;
  if (GREETS.test(said)) return WELCOME;
  if (ASKS_FOR_HELP.test(said)) return HELP;
  const intent = readLine(text, moment);
  if (intent !== null) return { kind: "intent", intent };
  if (isSmallTalk(said)) return { kind: "smile" };
  if (said === "") return onlyAddress(text);
  const isRemark = FIRST_PERSON.exec(said)?.index === 0 && !text.includes("?") && !REQUEST.test(said) && !ASKING_WORD.test(said);
  return isRemark ? { kind: "smile" } : { kind: "question", question: text, isSure: true };
}

/** A link alone asks nothing; the page behind it can be added. */
function onlyAddress(text: string): ChatMeaning {
  const target = text.trim();
  if (!/^https?:\/\/\S+$/.test(target)) return { kind: "smile" };
  const sentence = "I don’t read a link unless you add it: then its articles can be asked about.";
  return { kind: "intent", intent: { kind: "unclear", sentence, meant: [{ kind: "sources-manage", action: "add", target }] } };
}

/** Named first, the app is meant, whatever stands behind its name; small talk is not answered all the same. */
function readNamed(text: string, place: ChatLine["place"], moment: Moment): ChatMeaning {
  const said = bare(text);
  if (text === "" || GREETS.test(said) || ASKS_FOR_HELP.test(said)) return HELP;
  // In the app's own thread "quotes on trade" goes on from what was said, unless a slash says otherwise.
  const intent = place === "ours" && !isCommandAnywhere(text) ? misspelt(text) : (readLine(text, moment) ?? misspelt(text));
  if (intent !== null) return { kind: "intent", intent };
  if (said === "" || isSmallTalk(said)) return SILENT;
  return { kind: "question", question: text, isSure: true };
}

/** One word that is nearly a command's name, such as "hlep". */
function misspelt(text: string): Intent | null {
  const { name, rest } = firstWord(text);
  if (rest !== "" || name.length < 4 || TYPED_COMMANDS[name] !== undefined || text.endsWith("?")) return null;
  return mistyped(text) === null ? null : readSlashLine(`/${name}`, { nowMs: 0, timeZone: null });
}

/** A slash before a command's name, or nearly; "/s" and "/shrug" are none. */
function commandIn(text: string, moment: Moment): ChatMeaning | null {
  if (/^(?:help|commands)[.!]?$/i.test(text)) return HELP;
  if (!text.startsWith("/")) return null;
  const { name } = firstWord(text);
  const isKnown =
    TYPED_COMMANDS[name] !== undefined || (name.length > 3 && nearest(name, Object.keys(TYPED_COMMANDS), 2) !== null);
  return isKnown ? { kind: "intent", intent: readSlashLine(text, moment) } : SILENT;
}

/** What somebody else wrote and this one quotes, code, and addresses are nothing that is asked. */
function ownWords(raw: string): string {
  return raw
    .replace(/```[^`]{0,3000}```/g, " ")
    .split("\n")
    .filter((line) => !/^\s*(?:&gt;|>)/.test(line))
    .join("\n")
    .replace(ADDRESS, " ");
}

function questionIn(raw: string, text: string): ChatMeaning {
  const own = ownWords(raw);
  if (
    TYPED_NAME.test(own) &&
    (/^\s*@/.test(own) || SECOND_PERSON.test(own) || (stripEnd(own, /[\s?]/).split(/\s/).at(-1) ?? "").startsWith("@"))
  )
    return SILENT;
  const sentences = own.split(/\n+|(?<=[.!?…])\s+/).map(plainWords);
  const asked = sentences.map(asks);
  if (!asked.some((each) => each !== "no")) return SILENT;
  const wording = spelledOut(plainWords(own));
  return { kind: "question", question: wording === "" ? text : wording, isSure: asked.includes("plainly") };
}

/** Whether a sentence asks the articles something: plainly, or perhaps. */
function asks(sentence: string): "plainly" | "perhaps" | "no" {
  const said = spelledOut(bare(sentence));
  if (said === "" || ASSENT.test(said)) return "no";
  const hasMark = stripEnd(sentence, /[\s!)\]"'”’]/).endsWith("?");
  const asked = stripLeadIn(said);
  const behindAll = asked.replace(ASKS_ALL, "");
  // People are asked first: the app answers if its articles do.
  if (behindAll !== asked) return isAmongPeople(behindAll, sentence) ? "no" : "perhaps";
  const isRequest = REQUEST.test(asked);
  if (!isRequest && isAmongPeople(said, sentence)) return asksBehindRemark(said);
  if (isRequest || FOLLOWS_UP.test(said) || FOLLOWS_UP.test(asked)) return "plainly";
  if (isSmallTalk(said) || EXCLAIMS.test(said) || EXCLAIMS.test(asked)) return "no";
  if (ASKS_PLAINLY.test(asked) || ASKS_OF_NAME.test(asked)) return "plainly";
  if (!hasMark) return "no";
  const names = asked.match(/(?<=\s)\p{Lu}\p{L}+/gu) ?? [];
  const namesSomething = names.some((name) => !CALENDAR_NAMES.has(name.toLowerCase()));
  return GOES_ON.test(said) || ASKING_WORD.test(asked) || namesSomething ? "plainly" : "perhaps";
}

/** "I don't get it, why would they do that?": of a remark about oneself, what is asked behind it. */
function asksBehindRemark(said: string): "plainly" | "no" {
  const behind = /, (?=[^,]+$)(.+)$/.exec(said)?.[1];
  if (behind === undefined || SECOND_PERSON.test(said) || isAmongPeople(behind, behind)) return "no";
  return FIRST_PERSON.test(said) && ASKING_WORD.test(behind) && ASKS_PLAINLY.test(behind) ? "plainly" : "no";
}

/** Said to somebody who is there, or about those who are. */
function isAmongPeople(said: string, sentence: string): boolean {
  const own = said.replace(/["“][^"”]{0,300}["”]/g, " ");
  if (SECOND_PERSON.test(own) || FIRST_PERSON.test(own)) return true;
  if (ASKS_ROUND.test(own) || HOUSE_MATTER.test(own) || TAG.test(sentence)) return true;
  const spokenTo = /^(?:hey |hi |thanks |ok )?(\p{Lu}\p{L}+),/u.exec(said)?.[1] ?? /,\s(\p{Lu}\p{L}+)$/u.exec(said)?.[1];
  return spokenTo !== undefined && givenNameGender(spokenTo.toLowerCase()) !== null;
}

function stripLeadIn(said: string): string {
  const without = said.replace(LEAD_IN, "").trim();
  return without === "" ? said : without;
}

/** A line without emoji, addresses and the marks around it. */
function bare(text: string): string {
  const words = text
    .replace(ADDRESS, " ")
    .replace(/(?<![p{L}p{N}]):[a-z0-9_+-]{1,60}:/g, " ")
    .replace(/(?![\d#*+])[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\uFE0F|\u200D/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return stripEnd(ASSENT.test(words) ? words : words.replace(/^[\s.,!?…:;()–-]+/, ""), /[\s.,!?…:;()–-]/);
}
