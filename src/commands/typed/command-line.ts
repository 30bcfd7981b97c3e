import { type Intent, isShared, type SharedIntent } from "../../domain/chat/intent.ts";
import { subjectOf } from "./parse-correct.ts";
import { takeAudience, takeOptions } from "./take-options.ts";
import { TYPED_COMMANDS } from "./typed-commands.ts";
import { Unclear } from "./unclear.ts";

/** The command line for an intent, the equivalent of a button in a chat. Parsing it gives the same intent. */
export function commandLine(intent: Intent): string {
  switch (intent.kind) {
    case "watch":
      return join("/watch", intent.action, intent.target);
    case "feeds":
      return join("/feeds", intent.action, intent.what === "feed" ? undefined : intent.what, intent.topic, intent.target);
    case "export":
      return join(
        "/export",
        intent.what,
        topicWords("briefing", intent.about),
        times(intent.from, intent.to),
        `as ${intent.format}`,
      );
    case "reading":
      return join("/quotes", topicWords("quotes", intent.about));
    case "tokens":
      // They are managed in a shell alone.
      return "/help";
    case "corrections":
      return correctionsLine(intent);
    case "dispute":
      return disputeLine(intent);
    case "wrong":
      return join("/correct", topicWords("correct", intent.topic ?? undefined));
    default:
      return isShared(intent) ? join(sharedLine(intent), audienceWord(intent)) : otherLine(intent);
  }
}

function sharedLine(intent: SharedIntent): string {
  switch (intent.kind) {
    case "briefing":
      return join(
        "/briefing",
        topicWords("briefing", intent.topic),
        intent.sinceLast === true ? "since last time" : undefined,
        times(intent.since, intent.until),
        explainWord(intent.explain),
      );
    case "meetings":
    case "timeline":
    case "upcoming":
      return join(`/${intent.kind}`, topicWords(intent.kind, intent.about), times(intent.from, intent.to), pageOf(intent));
    case "quotes":
      return join(
        "/quotes",
        topicWords("quotes", intent.about),
        times(intent.since, intent.until),
        wideWord(intent.wide),
        pageWord(intent.page),
      );
    case "person":
      return join("/person", intent.name);
  }
}

function otherLine(
  intent: Exclude<
    Intent,
    SharedIntent | { kind: "watch" | "feeds" | "export" | "reading" | "tokens" | "corrections" | "dispute" | "wrong" }
  >,
): string {
  switch (intent.kind) {
    case "people":
      return join("/people", pageWord(intent.page));
    case "stories":
      return join("/stories", pageWord(intent.page));
    case "sources":
      return join("/sources", topicWords("sources", intent.about), pageWord(intent.page));
    case "ask":
      return join("/ask", intent.question, explainWord(intent.explain));
    case "check":
      return join("/check", intent.sentence);
    case "digest":
      return join("/digest", intent.action, intent.topic, intent.schedule);
    case "sources-manage":
      return join("/sources", intent.action, intent.target, pageWord(intent.page));
    case "merge-people":
      return join("/person merge", intent.merge, "into", intent.keep);
    case "split-person":
      return join("/person split", intent.alias, "from", intent.name);
    case "correct":
      if (intent.action === "list") return join("/correct", topicWords("correct", intent.about));
      return join("/correct", subjectOf(intent.action), intent.target, intent.action, intent.value);
    case "topics":
      return join(
        "/topics",
        intent.action,
        intent.name,
        definitionWord(intent.definition),
        intent.anyway === true ? "anyway" : undefined,
      );
    case "forget":
      return join("/attache forget", intent.what);
    case "settings":
      return intent.name === undefined ? "/attache settings" : join("/attache set", intent.name, intent.value);
    case "changes":
      return join("/changes", intent.articleId);
    case "welcome":
    case "help":
    case "unclear":
      return "/help";
    case "status":
      return "/status";
  }
}

function correctionsLine(intent: Extract<Intent, { kind: "corrections" }>): string {
  const { undo, accept, decline } = intent;
  const [action, id] = Object.entries({ undo, accept, decline }).find(([, each]) => each !== undefined) ?? [];
  return join("/corrections", action, id, intent.export === true ? "export" : undefined, pageWord(intent.page));
}

function disputeLine({ what, id, reason, value }: Extract<Intent, { kind: "dispute" }>): string {
  if (what === "article") return join("/correct article", id, reason, value);
  return what === "person" ? join("/person merge", id, "into", value) : join("/correct", what, id, reason, value);
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

function times(since: string | undefined, until: string | undefined): string | undefined {
  const words = join(since === undefined ? undefined : `since ${since}`, until === undefined ? undefined : `until ${until}`);
  return words === "" ? undefined : words;
}

/** A topic, quoted if its words would parse as options: "since June" may be a book. */
function topicWords(command: string, topic: string | undefined): string | undefined {
  const takes = TYPED_COMMANDS[command]?.takes;
  if (topic === undefined || takes === undefined) return topic;
  try {
    const { about } = takeOptions({ command, words: topic, takes, todayMs: 0 });
    if (about === topic && takeAudience(topic).audience === undefined && topic.toLowerCase() !== "help") return topic;
  } catch (error) {
    if (!(error instanceof Unclear)) throw error;
  }
  return `"${topic.replaceAll('"', "")}"`;
}

function audienceWord({ audience }: SharedIntent): string | undefined {
  if (audience === undefined) return undefined;
  return audience === "channel" ? "publicly" : "privately";
}

function explainWord(explain: boolean | undefined): string | undefined {
  return explain === true ? "--explain" : undefined;
}

function definitionWord(definition: string | undefined): string | undefined {
  return definition === undefined ? undefined : `= ${definition}`;
}

function pageOf(intent: Extract<Intent, { kind: "meetings" | "upcoming" | "timeline" }>): string | undefined {
  if (intent.kind === "meetings" && intent.matrix === true) return "--matrix";
  const wide = intent.kind === "meetings" ? wideWord(intent.wide) : undefined;
  return "page" in intent ? join(wide, pageWord(intent.page)) : wide;
}

function wideWord(wide: boolean | undefined): string | undefined {
  return wide === true ? "--all" : undefined;
}

function pageWord(page: number | undefined): string | undefined {
  return page === undefined || page === 1 ? undefined : `page ${page}`;
}
