import { AppError } from "../domain/errors.ts";
import { DIGEST_ACTIONS, type Intent } from "../domain/intent.ts";
import { parseDigest } from "./parse-digest.ts";
import { parsePerson } from "./parse-person.ts";
import { parseSet } from "./parse-set.ts";
import { parseSources } from "./parse-sources.ts";

const SINCE = /\s+(?:since|--since)\s+(\S+)\s*$/i;
const EXPLAIN = /\s--explain\s*$/i;
const PAGE = /\s*\bpage\s+(\d{1,4})\s*$/i;

/**
 * A line as people type it into a chat or at the prompt: "/briefing india-japan since 2023-01-01". A line without a slash is a question.
 * Throws an AppError ("usage") where there is no such command.
 */
export function parseLine(line: string): Intent {
  const intent = parseTyped(line.trim().replace(EXPLAIN, ""));
  const explains = EXPLAIN.test(line) && (intent.kind === "briefing" || intent.kind === "ask");
  return explains ? { ...intent, explain: true } : intent;
}

function parseTyped(text: string): Intent {
  if (!text.startsWith("/")) return { kind: "ask", question: text };
  const [, name = "", rest = ""] = /^\/([\p{L}-]*)\s*(.*)$/su.exec(text) ?? [];
  const paged = PAGE.exec(rest);
  const page = paged === null ? undefined : Number(paged[1]);
  const about = (paged === null ? rest : rest.slice(0, paged.index)).trim();
  return parseCommand(name.toLowerCase(), { about, page });
}

function parseCommand(name: string, { about, page }: { about: string; page: number | undefined }): Intent {
  const subject = about === "" ? undefined : about;
  switch (name) {
    case "briefing":
      return parseBriefing(about);
    case "meetings":
      return parseMeetings(subject, page);
    case "person":
      return parsePerson(about);
    case "people":
      return { kind: "people", page };
    case "quotes":
      return { kind: "quotes", about: subject, page };
    case "stories":
      return { kind: "stories", page };
    case "sources":
      return parseSources(about);
    case "changes":
      return { kind: "changes", articleId: about };
    case "digest":
      return parseDigestLine(about);
    case "ask":
      return { kind: "ask", question: about };
    case "attache":
      return about === "" ? { kind: "help" } : parseLine(`/${about}`);
    case "forget":
      return { kind: "forget", what: about };
    case "settings":
      return { kind: "settings" };
    case "set":
      return parseSet(about);
    case "help":
    case "":
      return { kind: "help" };
    case "status":
      return { kind: "status" };
    default:
      throw new AppError("usage", `There is no command /${name.slice(0, 40)}: /help lists what there is.`);
  }
}

function parseDigestLine(about: string): Intent {
  const intent = parseDigest(about);
  if (intent === null) throw new AppError("usage", `Write /digest and one of ${DIGEST_ACTIONS.join(", ")}.`);
  return intent;
}

function parseBriefing(about: string): Intent {
  const since = SINCE.exec(` ${about}`);
  return since === null
    ? { kind: "briefing", topic: about }
    : { kind: "briefing", topic: ` ${about}`.slice(0, since.index).trim(), since: since[1] };
}

function parseMeetings(about: string | undefined, page: number | undefined): Intent {
  let rest = ` ${about ?? ""}`;
  const dates: { from?: string; to?: string } = {};
  for (const key of ["from", "to"] as const) {
    const match = new RegExp(`\\s(?:--)?${key}\\s+(\\d\\S*)`, "i").exec(rest);
    if (match?.[1] === undefined) continue;
    dates[key] = match[1];
    rest = rest.replace(match[0], " ");
  }
  const subject = rest.trim();
  return { kind: "meetings", about: subject === "" ? undefined : subject, ...dates, page };
}
