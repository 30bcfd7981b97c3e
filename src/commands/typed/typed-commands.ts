import { DIGEST_ACTIONS, EXPORTED, SOURCES_ACTIONS } from "../../domain/chat/intent.ts";

/** `dates` are all words for a time. */
export type Option = "dates" | "page" | "explain" | "matrix" | "all";

export interface Takes {
  options: readonly Option[];
  /** Whether dates may be in the future: meetings can be planned, articles cannot. Null if the command takes no dates. */
  dates: "past" | "any" | null;
  /** Words between a command and its topic that are no part of it: "quotes from Modi". */
  leads: readonly string[];
}

interface TypedCommand {
  takes: Takes;
  /**
   * What may stand behind the command's name where no slash is before it, for the line to be that command. Every other line is a
   * question: "status of the talks" and "changes in the treaty" ask for something.
   */
  behind: RegExp;
}

const NONE: Takes = { options: [], dates: null, leads: [] };
const PAGED: Takes = { options: ["page"], dates: null, leads: [] };
const BRIEFING: Takes = { options: ["dates", "explain"], dates: "past", leads: ["on", "about", "of", "for"] };
const UPCOMING: Takes = {
  options: ["dates", "page"],
  dates: "any",
  leads: ["on", "about", "of", "for", "with", "between"],
};
const MEETINGS: Takes = { ...UPCOMING, options: ["dates", "page", "matrix", "all"] };
const TIMELINE: Takes = { options: ["dates"], dates: "any", leads: ["on", "about", "of", "for", "with", "between"] };
const QUOTES: Takes = { options: ["dates", "page", "all"], dates: "past", leads: ["on", "about", "of", "by", "from"] };

/** At most seven words, and any options behind them. */
const SHORT = /^(?:(?!--|—)\S+(?:\s+|$)){0,7}(?:(?:--|—).*)?$/;
const ONLY_PAGE = /^(?:(?:--|—)?page[\s=:]\S+)?$/i;
const ANYTHING = /^/;
const NOTHING = /^$/;
const CORRECTION = /^(?:quote|meeting|article) \S+ (?:speaker|not-held|date|same-as|not-same-as|off-topic)(?:$| )/i;

/** All commands that can be typed, with their arguments. */
export const TYPED_COMMANDS: Readonly<Record<string, TypedCommand>> = {
  briefing: { takes: BRIEFING, behind: ANYTHING },
  meetings: { takes: MEETINGS, behind: SHORT },
  timeline: { takes: TIMELINE, behind: SHORT },
  upcoming: { takes: UPCOMING, behind: SHORT },
  person: { takes: NONE, behind: ANYTHING },
  people: { takes: PAGED, behind: ONLY_PAGE },
  quotes: { takes: QUOTES, behind: SHORT },
  digest: { takes: NONE, behind: actionsOf(DIGEST_ACTIONS) },
  sources: { takes: PAGED, behind: actionsOf([...SOURCES_ACTIONS, "rename"]) },
  stories: { takes: PAGED, behind: ONLY_PAGE },
  ask: { takes: NONE, behind: ANYTHING },
  check: { takes: NONE, behind: NOTHING },
  correct: { takes: NONE, behind: CORRECTION },
  corrections: { takes: PAGED, behind: /^(?:$|export$|(?:undo|accept|decline) \S+$|(?:--|—)?page[\s=:]\S+$)/i },
  topics: { takes: NONE, behind: /^(?:$|list$|(?:show|add|change|remove)\b|[^=]+=)/i },
  watch: { takes: NONE, behind: /^(?:$|list$|add\s|(?:remove|stop|why)(?:$|\s\S+$))/i },
  feeds: { takes: NONE, behind: /^(?:$|list$|add\s|(?:remove|stop|revoke)(?:$|\s\S+$))/i },
  export: { takes: NONE, behind: actionsOf([...EXPORTED, "dossier"]) },
  changes: { takes: NONE, behind: /^\S+$/ },
  forget: { takes: NONE, behind: /^(?:me|article \S+)$/i },
  settings: { takes: NONE, behind: NOTHING },
  set: { takes: NONE, behind: /^\w+ \w+$/ },
  status: { takes: NONE, behind: NOTHING },
  attache: { takes: NONE, behind: ANYTHING },
  help: { takes: NONE, behind: NOTHING },
};

function actionsOf(actions: readonly string[]): RegExp {
  return new RegExp(`^(?:$|(?:${actions.join("|")})\\b)`, "i");
}

const OPTION_NAMES: Readonly<Record<Option, readonly string[]>> = {
  dates: ["since", "until"],
  page: ["page"],
  explain: ["explain"],
  matrix: ["matrix"],
  all: ["all"],
};

/** The names of a command's options, as messages list them. */
export function optionsOf({ options }: Takes): string[] {
  return options.flatMap((option) => OPTION_NAMES[option]);
}
