import { DIGEST_ACTIONS, type Intent, isShared, SOURCES_ACTIONS } from "../../domain/chat/intent.ts";
import { type Moment, todayOf } from "./bounds.ts";
import { parseExport } from "./export/parse-export.ts";
import { parseFeeds } from "./feeds/parse-feeds.ts";
import { parseCorrect } from "./parse-correct.ts";
import { parseDigest } from "./parse-digest.ts";
import { parsePerson } from "./parse-person.ts";
import { parseSet } from "./parse-set.ts";
import { parseSources } from "./parse-sources.ts";
import { parseTopics } from "./parse-topics.ts";
import { plainWords } from "./plain-words.ts";
import { type Taken, takeAudience, takeOptions } from "./take-options.ts";
import { TYPED_COMMANDS } from "./typed-commands.ts";
import { nearest, quoted, Unclear } from "./unclear.ts";
import { parseWatch } from "./watches/parse-watch.ts";

/** In these a channel is often named, where nothing but a topic is taken. */
const TAKES_A_TOPIC: ReadonlySet<string> = new Set(["briefing", "meetings", "timeline", "upcoming", "quotes", "digest"]);
/** So many letters may be wrong in a command's name behind a slash. */
const MAX_WRONG = 2;
/**
 * The words behind a command as an intent: the one grammar of the prompt and of every chat. What cannot be read becomes an intent that
 * says so, with what may have been meant.
 */
export function readCommand(command: string, typed: string, moment: Moment): Intent {
  const name = command.replace(/^\//, "").toLowerCase();
  return asIntent(() => readNamed(name, plainWords(typed), moment), moment, name);
}

/** A whole line that begins with a slash. */
export function readSlashLine(line: string, moment: Moment): Intent {
  const { name, rest } = behindName(line.trim(), /^\/([\p{L}-]*):?/u);
  return readCommand(name, rest, moment);
}

/** What cannot be read, as an intent: each line that may have been meant is offered as far as it can be read itself. */
function asIntent(read: () => Intent, moment: Moment, name: string): Intent {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
    const meant = error.meant.flatMap((line) => {
      const intent = tryRead(line.startsWith("/") ? line : `/${name} ${line}`, moment);
      return intent === null ? [] : [intent];
    });
    return { kind: "unclear", sentence: error.message, meant };
  }
}

function tryRead(line: string, moment: Moment): Intent | null {
  const { name, rest } = behindName(line, /^\/(\S*)/);
  try {
    return readNamed(name, plainWords(rest), moment);
  } catch (error) {
    if (error instanceof Unclear) return null;
    throw error;
  }
}

function readNamed(name: string, words: string, moment: Moment): Intent {
  const known = TYPED_COMMANDS[name];
  if (name === "" || name === "help" || /^(?:--|—)?help$/i.test(words)) return { kind: "help" };
  if (known === undefined) throw unknownCommand(name, words);
  const channel = /(?:^|\s)#([\p{L}\p{N}_-]{1,80})/u.exec(words)?.[1];
  if (channel !== undefined && TAKES_A_TOPIC.has(name))
    throw new Unclear(sayChannel(name, channel), [words.replace(/(?:\sin)?\s?#[\p{L}\p{N}_-]{1,80}/u, "").trim()]);
  switch (name) {
    case "digest":
      return readDigest(words);
    case "sources":
      return readSources(words, moment);
    case "ask":
      return readAsk(words);
    case "check":
      return readCheck(words);
    case "correct":
      return parseCorrect(words);
    case "watch":
      return parseWatch(words);
    case "topics":
      return parseTopics(words);
    case "feeds":
      return parseFeeds(words);
    case "export":
      return parseExport(words, (shown, line) => readShown(shown, line, moment));
    case "forget":
      return { kind: "forget", what: words };
    case "set":
      return parseSet(words);
    case "changes":
      return { kind: "changes", articleId: words };
    case "attache":
      return words === "" ? { kind: "help" } : readAttache(words, moment);
    case "status":
    case "settings":
      return { kind: name };
    default:
      return readShown(name, words, moment);
  }
}

/** A command on what is stored, and who sees its answer. */
function readShown(name: string, line: string, moment: Moment): Intent {
  const { words, audience } = takeAudience(line);
  const takes = TYPED_COMMANDS[name]?.takes ?? { options: [], dates: null, leads: [] };
  const intent = readTaken(name, takeOptions({ command: name, words, takes, todayMs: todayOf(moment) }), words);
  return audience !== undefined && isShared(intent) ? { ...intent, audience } : intent;
}

function sayChannel(name: string, channel: string): string {
  const shown = channel === "channel" ? "that channel" : `#${channel}`;
  if (name === "digest") return `A digest is set up in its own channel: type this in ${shown}.`;
  return `The answer comes where you ask: for ${shown}, ask there. If it belongs to the topic, leave out the #.`;
}

function readTaken(name: string, taken: Taken, words: string): Intent {
  const { about, page, explain, matrix, all, since, until, sinceLast } = taken;
  const subject = about === "" ? {} : { about };
  const paged = page === undefined ? {} : { page };
  const wide = all === undefined ? {} : { wide: all };
  const explained = explain === undefined ? {} : { explain };
  const times = { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  switch (name) {
    case "briefing":
      if (about === "") throw noTopic(words, name);
      return { kind: "briefing", topic: about, ...(sinceLast === undefined ? {} : { sinceLast }), ...times, ...explained };
    case "meetings":
    case "upcoming":
      return {
        kind: name,
        ...subject,
        ...(since === undefined ? {} : { from: since }),
        ...(until === undefined ? {} : { to: until }),
        ...paged,
        ...(matrix === undefined ? {} : { matrix }),
        ...wide,
      };
    case "timeline":
      if (about === "") throw noTopic(words, name);
      return {
        kind: "timeline",
        about,
        ...(since === undefined ? {} : { from: since }),
        ...(until === undefined ? {} : { to: until }),
      };
    case "quotes":
      return { kind: "quotes", ...subject, ...times, ...paged, ...wide };
    case "person":
      return readPerson(about, words);
    case "corrections":
      return readCorrections(about, paged);
    case "people":
    case "stories":
      if (about === "") return { kind: name, ...paged };
      throw new Unclear(`/${name} takes no topic: leave out ${quoted(about)}.`, name === "people" ? [`/person ${about}`] : []);
    default:
      throw unknownCommand(name, words);
  }
}

/** A question keeps its dates, its dashes and its quotation marks: those are the answer's to read. */
function readAsk(words: string): Intent {
  const question = words.replace(/^(?:--|—|–)explain(?=\s|$)|\s(?:--|—|–)explain$/i, "").trim();
  const option = /(?:^|\s)(--[a-z]+)/i.exec(question)?.[1];
  if (option !== undefined) throw new Unclear(`/ask has no option ${option}: it takes --explain.`);
  if (question === "") throw new Unclear("Type a question as well, such as /ask when did the ministers last meet?");
  return question === words ? { kind: "ask", question } : { kind: "ask", question, explain: true };
}

function readCheck(words: string): Intent {
  if (words === "") throw new Unclear("Type a sentence as well, such as /check The ministers met in Tokyo on 8 September 2022.");
  return { kind: "check", sentence: words };
}

/** Discord's form has subcommands "show" and "list", which some type elsewhere. */
function readPerson(about: string, words: string): Intent {
  if (about === "" || /^list$/i.test(about)) return { kind: "people" };
  return parsePerson(/^(?:merge|split) /i.test(about) ? words : about.replace(/^show\s+(?=\S)/i, ""));
}

function readCorrections(about: string, paged: { page?: number }): Intent {
  const [, action = "", id] = /^(undo|accept|decline) (\S+)$/i.exec(about) ?? [];
  if (id !== undefined) return { kind: "corrections", [action.toLowerCase()]: id };
  if (/^export$/i.test(about)) return { kind: "corrections", export: true };
  if (about === "") return { kind: "corrections", ...paged };
  throw new Unclear("/corrections lists them all; behind it stand undo, accept or decline with an id, or export.", [""]);
}

function noTopic(words: string, name: string): Unclear {
  if (words === "") return new Unclear("Name a topic: two countries (india-japan), a bloc (quad), a person, or a few words.");
  return new Unclear(
    `Name a topic as well, such as /${name} nato ${words}. If ${quoted(words)} is the topic, put it in quotation marks.`,
    [`"${words}"`],
  );
}

function unknownCommand(name: string, words: string): Unclear {
  const meant = nearest(name, Object.keys(TYPED_COMMANDS), MAX_WRONG);
  if (meant === null) return new Unclear(`There is no command /${name.slice(0, 40)}: /help lists the commands.`);
  return new Unclear(`There is no command /${name.slice(0, 40)}: did you mean /${meant}?`, [`/${meant} ${words}`]);
}

function readDigest(words: string): Intent {
  const intent = parseDigest(words);
  if (intent !== null) return intent;
  const [first = "", ...rest] = words.split(" ");
  const meant = nearest(first.toLowerCase(), DIGEST_ACTIONS, first.length > 4 ? 2 : 1);
  const line = meant === null ? `/digest follow ${words}` : `/digest ${[meant, ...rest].join(" ")}`;
  throw new Unclear(`Did you mean ${line}? The actions of /digest are ${DIGEST_ACTIONS.join(", ")}.`, [line]);
}

/** An action on what is followed; a topic, whose articles are listed. */
function readSources(words: string, moment: Moment): Intent {
  const [first = "", ...rest] = words.split(" ");
  const meant = nearest(first.toLowerCase(), SOURCES_ACTIONS, first.length > 4 ? 2 : 1);
  const isAddress = /^(?:https?:\/\/|www\.)\S+$/i.test(words);
  if (meant !== null || isAddress) {
    const line = meant === null ? `/sources add ${words}` : `/sources ${[meant, ...rest].join(" ")}`;
    throw new Unclear(`Did you mean ${line}?`, [line]);
  }
  const intent = parseSources(words);
  const isManaged = intent.kind === "sources-manage";
  if (isManaged && intent.action !== "list") return intent;
  const about = intent.kind === "sources" ? words : rest.join(" ");
  const takes = TYPED_COMMANDS["sources"]?.takes ?? { options: [], dates: null, leads: [] };
  const taken = takeOptions({ command: "sources", words: about, takes, todayMs: todayOf(moment) });
  const paged = taken.page === undefined ? {} : { page: taken.page };
  if (isManaged) return taken.page === undefined ? intent : { kind: "sources-manage", action: "list", ...paged };
  return { kind: "sources", about: taken.about, ...paged };
}

/** Behind the bot's own command stands any other one; what is none is a question. */
function readAttache(words: string, moment: Moment): Intent {
  const { name, rest } = firstWord(words);
  if (TYPED_COMMANDS[name] !== undefined && name !== "attache" && !(words.endsWith("?") && name !== "ask"))
    return readNamed(name, rest, moment);
  const meant = mistyped(words);
  if (meant !== null) throw unknownCommand(name, rest);
  return { kind: "ask", question: words };
}

/** A line's name, which the expression finds at its beginning, and what stands behind it. */
function behindName(line: string, opening: RegExp): { name: string; rest: string } {
  const [read = "", name = ""] = opening.exec(line) ?? [];
  return { name, rest: read === "" ? "" : line.slice(read.length).trim() };
}

export function firstWord(line: string): { name: string; rest: string } {
  const { name, rest } = behindName(line.trim(), /^\/?([\p{L}-]+):?(?=\s|$)/u);
  return { name: name.toLowerCase(), rest };
}

/** Words that are one letter off a command's name, and words of their own. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["quotas", "statue", "states", "stores", "charges", "peoples", "held", "heap"]);

/** The command that a line without a slash begins with, one letter off; null where the line may as well be a question. */
export function mistyped(line: string): string | null {
  const { name, rest } = firstWord(line);
  if (name.length < 4 || OTHER_WORDS.has(name) || line.trimEnd().endsWith("?")) return null;
  const meant = nearest(name, Object.keys(TYPED_COMMANDS), 1);
  if (meant === null || `${name}s` === meant || name === `${meant}s`) return null;
  return TYPED_COMMANDS[meant]?.behind.test(rest) === true && rest.split(" ").length <= 7 ? meant : null;
}
