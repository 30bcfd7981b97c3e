import { type Intent, isShared } from "../../src/domain/chat/intent.ts";

/** An intent in words, as the table in docs/typing.md has it. */
export function understood(intent: Intent): string {
  const audience = isShared(intent) ? intent.audience : undefined;
  return audience === undefined ? said(intent) : `${said(intent)}, for ${audience === "channel" ? "all" : "me"}`;
}

function said(intent: Intent): string {
  switch (intent.kind) {
    case "briefing":
      return join(
        `briefing: ${intent.topic}${intent.sinceLast === true ? ", since last time" : ""}`,
        intent,
        intent.explain === true ? "explained" : undefined,
      );
    case "timeline":
      return join(named("timeline", intent.about), { since: intent.from, until: intent.to });
    case "meetings":
    case "upcoming":
      return join(
        named(intent.kind, intent.about),
        { since: intent.from, until: intent.to, page: intent.page },
        intent.kind === "meetings" ? meetingsShown(intent) : undefined,
      );
    case "quotes":
      return join(named("quotes", intent.about), intent, intent.wide === true ? "all" : undefined);
    case "reading":
      return named("reading", intent.about);
    case "export":
      return join(`export: ${intent.what} ${intent.about}`, { since: intent.from, until: intent.to }, intent.format);
    case "people":
    case "stories":
      return join(intent.kind, intent);
    case "person":
      return `person: ${intent.name}`;
    case "sources":
      return `articles: ${intent.about}`;
    case "ask":
      return join(`question: ${intent.question}`, {}, intent.explain === true ? "explained" : undefined);
    case "check":
      return `check: ${intent.sentence}`;
    case "digest":
      return join(named(`digest ${intent.action}`, intent.topic), {}, intent.schedule);
    case "sources-manage":
      return join(
        named(`sources ${intent.action}`, intent.target),
        intent,
        intent.backfill === true ? "older ones too" : undefined,
      );
    case "merge-people":
      return `merge: ${intent.merge} into ${intent.keep}`;
    case "split-person":
      return `split: ${intent.alias} from ${intent.name}`;
    case "correct":
      return intent.action === "list"
        ? `correct: ${intent.about}`
        : `correct ${intent.target}: ${intent.action} ${intent.value}`.trim();
    case "corrections":
      return join(named("corrections", correctionOf(intent)), intent);
    case "wrong":
      return `wrong: ${intent.items.map(({ id }) => id).join(", ")}`;
    case "dispute":
      return `dispute ${intent.id}: ${intent.reason} ${intent.value}`.trim();
    case "feeds":
      return [`feeds ${intent.action}`, intent.what, intent.topic, intent.target].filter(Boolean).join(" ");
    case "tokens":
      return named(`tokens ${intent.action}`, intent.target);
    case "watch":
      return named(`watch ${intent.action}`, intent.target);
    case "topics":
      return [
        named(`topics ${intent.action}`, intent.name),
        intent.definition && `= ${intent.definition}`,
        intent.anyway && "anyway",
      ]
        .filter(Boolean)
        .join(" ");
    case "forget":
      return `forget: ${intent.what}`;
    case "settings":
      return named("settings", intent.name === undefined ? undefined : `${intent.name} ${intent.value ?? ""}`.trim());
    case "changes":
      return `changes: ${intent.articleId}`;
    case "welcome":
    case "help":
    case "status":
      return intent.kind;
    case "unclear":
      return [intent.sentence, ...intent.meant.map(understood)].join(" → ");
  }
}

interface Options {
  since?: string | undefined;
  until?: string | undefined;
  page?: number | undefined;
}

function correctionOf({ undo, accept, decline, export: isExport }: Extract<Intent, { kind: "corrections" }>): string | undefined {
  if (undo !== undefined) return `undo ${undo}`;
  if (accept !== undefined) return `accept ${accept}`;
  if (decline !== undefined) return `decline ${decline}`;
  return isExport === true ? "export" : undefined;
}

function meetingsShown({ matrix, wide }: Extract<Intent, { kind: "meetings" }>): string | undefined {
  if (matrix === true) return "who met whom";
  return wide === true ? "all" : undefined;
}

function join(what: string, { since, until, page }: Options, more?: string): string {
  const times = [since && `since ${since}`, until && `until ${until}`, page && `page ${page}`];
  return [what, ...times, more].filter((part) => part !== undefined && part !== "").join(", ");
}

function named(what: string, about: string | undefined): string {
  return about === undefined ? what : `${what}: ${about}`;
}
