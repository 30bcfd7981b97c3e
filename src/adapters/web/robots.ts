import type { Clock } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { FetchFailure } from "../../domain/sources/web.ts";
import { failure } from "./explain-failure.ts";
import { isAllowedBy, type RobotsGroup } from "./robots-rules.ts";

/** robots.txt as it came: null where there is none, and why where it could not be asked for. */
export type RobotsFile = { kind: "text"; text: string } | { kind: "none" } | { kind: "unreadable"; why: FetchFailure };

export interface RobotsRules {
  /** Null where the address may be read. */
  check(url: URL): Promise<FetchFailure | null>;
}

interface Known {
  untilMs: number;
  /** Without its text, which nobody needs any more. */
  file: Exclude<RobotsFile, { kind: "text" }> | { kind: "read" };
  /** Null where the file asks for nothing. */
  group: RobotsGroup | null;
}

/** RFC 9309, 2.4: not kept longer than a day. One that could not be read is asked for again soon. */
const KEPT_MS = 24 * 3_600_000;
const UNREADABLE_KEPT_MS = 10 * 60_000;
const MAX_HOSTS = 2000;
/** Of the rules of all hosts together: a file at its limits takes two to three megabytes, and a stranger may have any number of hosts. */
const MAX_KEPT_BYTES = 32_000_000;
/** Of a rule, beside its pattern. */
const RULE_BYTES = 100;

/** What each host's robots.txt allows to the product token `agent`. `load` fetches one; `onDelay` hears of a Crawl-delay. */
export function createRobotsRules(deps: {
  agent: string;
  clock: Clock;
  load(origin: URL): Promise<RobotsFile>;
  /** Throws an AppError ("bad-input") where the file is too much to be read. */
  read(text: string, agent: string): Promise<RobotsGroup>;
  onDelay(host: string, delayMs: number): void;
}): RobotsRules {
  const hosts = createKnownHosts();
  const learn = async (origin: URL): Promise<Known> => {
    const { file, group } = await readThrough(await deps.load(origin), (text) => deps.read(text, deps.agent));
    const keptMs = file.kind === "unreadable" ? UNREADABLE_KEPT_MS : KEPT_MS;
    const delayMs = group?.delayMs ?? 0;
    if (delayMs > 0) deps.onDelay(origin.hostname, delayMs);
    return { untilMs: deps.clock.now() + keptMs, file, group };
  };
  return {
    async check(url) {
      const known = await hosts.ask(url.origin, deps.clock.now(), learn);
      // RFC 9309, 2.3.1.4: what a host does not want read is unknown until its server works again.
      if (known.file.kind === "unreadable") return { ...known.file.why, sentence: unreadable(url, known.file.why) };
      return known.group === null || isAllowedBy(known.group, url)
        ? null
        : failure("robots", `${url.host} does not let bots read this page (robots.txt).`);
    },
  };
}

type Read = Pick<Known, "file" | "group">;

/** A file that is too much to be read may hold anything: its host is left alone, as one whose file cannot be fetched. */
async function readThrough(file: RobotsFile, read: (text: string) => Promise<RobotsGroup>): Promise<Read> {
  if (file.kind !== "text") return { file, group: null };
  try {
    return { file: { kind: "read" }, group: await read(file.text) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "bad-input") throw error;
    return { file: { kind: "unreadable", why: failure("broken-answer", error.message) }, group: null };
  }
}

interface Kept {
  known: Promise<Known>;
  /** None before the file is read. */
  bytes: number;
}

/** What is known of each host, as far as there is room: what nobody asked about for longest goes first. */
function createKnownHosts() {
  const hosts = new Map<string, Kept>();
  let bytes = 0;
  const drop = (origin: string, kept: Kept) => {
    if (hosts.get(origin) === kept && hosts.delete(origin)) bytes -= kept.bytes;
  };
  const makeRoom = () => {
    for (const [origin, kept] of hosts) {
      if (hosts.size <= MAX_HOSTS && bytes <= MAX_KEPT_BYTES) return;
      drop(origin, kept);
    }
  };
  const weigh = (origin: string, kept: Kept, { group }: Known) => {
    if (hosts.get(origin) !== kept) return;
    for (const { pattern } of group?.rules ?? []) kept.bytes += RULE_BYTES + pattern.length;
    bytes += kept.bytes;
    makeRoom();
  };
  const learnAnew = (origin: string, learn: (origin: URL) => Promise<Known>): Promise<Known> => {
    const kept = { known: learn(new URL(origin)), bytes: 0 };
    hosts.set(origin, kept);
    makeRoom();
    // A failure of our own says nothing of the host: whoever comes next asks again.
    kept.known.then(
      (found) => weigh(origin, kept, found),
      () => drop(origin, kept),
    );
    return kept.known;
  };
  return {
    async ask(origin: string, ...[nowMs, learn]: [number, (origin: URL) => Promise<Known>]): Promise<Known> {
      for (let kept = hosts.get(origin); kept !== undefined; kept = hosts.get(origin)) {
        const known = await kept.known;
        if (known.untilMs <= nowMs) drop(origin, kept);
        else {
          if (hosts.get(origin) === kept && hosts.delete(origin)) hosts.set(origin, kept);
          return known;
        }
      }
      return learnAnew(origin, learn);
    },
  };
}

function unreadable(url: URL, why: FetchFailure): string {
  return `Could not read the robots.txt of ${url.host}, so Attaché does not read its pages for now. ${why.sentence}`;
}
