import type { Intent } from "../../domain/chat/intent.ts";

/** The line that asks for an intent at the prompt: what a button is elsewhere. */
export function commandLine(intent: Intent): string {
  switch (intent.kind) {
    case "briefing":
      return join("/briefing", intent.topic, word("since", intent.since), explainWord(intent.explain));
    case "meetings":
      return join("/meetings", intent.about, word("from", intent.from), word("to", intent.to), pageWord(intent.page));
    case "person":
      return join("/person", intent.name);
    case "people":
      return join("/people", pageWord(intent.page));
    case "quotes":
      return join("/quotes", intent.about, pageWord(intent.page));
    case "stories":
      return join("/stories", pageWord(intent.page));
    case "sources":
      return join("/sources", intent.about);
    case "ask":
      return join("/ask", intent.question, explainWord(intent.explain));
    case "digest":
      return join("/digest", intent.action, intent.topic, intent.schedule);
    case "sources-manage":
      return join("/sources", intent.action, intent.target);
    case "merge-people":
      return join("/person merge", intent.merge, "into", intent.keep);
    case "split-person":
      return join("/person split", intent.alias, "from", intent.name);
    case "forget":
      return join("/attache forget", intent.what);
    case "settings":
      return intent.name === undefined ? "/attache settings" : join("/attache set", intent.name, intent.value);
    case "changes":
      return join("/changes", intent.articleId);
    case "help":
      return "/help";
    case "status":
      return "/status";
  }
}

function join(...parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

function word(name: string, date: string | undefined): string | undefined {
  return date === undefined ? undefined : `${name} ${date}`;
}

function explainWord(explain: boolean | undefined): string | undefined {
  return explain === true ? "--explain" : undefined;
}

function pageWord(page: number | undefined): string | undefined {
  return page === undefined || page === 1 ? undefined : `page ${page}`;
}
