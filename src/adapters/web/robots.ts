import robotsModule from "robots-parser";
import type { Clock } from "../../domain/clock.ts";
import type { FetchFailure } from "../../domain/web.ts";
import { failure } from "./explain-failure.ts";

/** robots.txt as it came: null where there is none, and why where it could not be asked for. */
export type RobotsFile = { kind: "text"; text: string } | { kind: "none" } | { kind: "unreadable"; why: FetchFailure };

/** Its types promise a default export inside the default one, which is not there. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

export interface RobotsRules {
  /** Null where the address may be read. */
  check(url: URL): Promise<FetchFailure | null>;
}

interface Known {
  untilMs: number;
  file: RobotsFile;
  isAllowed(url: string): boolean;
}

/** RFC 9309, 2.4: not kept longer than a day. One that could not be read is asked for again soon. */
const KEPT_MS = 24 * 3_600_000;
const UNREADABLE_KEPT_MS = 10 * 60_000;
const MAX_HOSTS = 2000;

/** What each host's robots.txt allows to the product token `agent`. `load` fetches one; `onDelay` hears of a Crawl-delay. */
export function createRobotsRules(deps: {
  agent: string;
  clock: Clock;
  load(origin: URL): Promise<RobotsFile>;
  onDelay(host: string, delayMs: number): void;
}): RobotsRules {
  const hosts = new Map<string, Promise<Known>>();
  const learn = async (origin: URL): Promise<Known> => {
    const file = await deps.load(origin);
    const keptMs = file.kind === "unreadable" ? UNREADABLE_KEPT_MS : KEPT_MS;
    const rules = file.kind === "text" ? robotsParser(new URL("/robots.txt", origin).href, file.text) : null;
    const delay = rules?.getCrawlDelay(deps.agent);
    if (delay !== undefined && delay > 0) deps.onDelay(origin.hostname, delay * 1000);
    return {
      untilMs: deps.clock.now() + keptMs,
      file,
      isAllowed: (url) => rules === null || rules.isAllowed(url, deps.agent) !== false,
    };
  };
  return {
    async check(url) {
      const known = await ask(hosts, url, { learn, nowMs: deps.clock.now() });
      // RFC 9309, 2.3.1.4: what a host does not want read is unknown until its server works again.
      if (known.file.kind === "unreadable") return { ...known.file.why, sentence: unreadable(url, known.file.why) };
      return known.isAllowed(url.href)
        ? null
        : failure("robots", `${url.host} asks programs not to read this page (robots.txt).`);
    },
  };
}

async function ask(
  hosts: Map<string, Promise<Known>>,
  url: URL,
  how: { learn(origin: URL): Promise<Known>; nowMs: number },
): Promise<Known> {
  const known = await hosts.get(url.origin);
  if (known !== undefined && known.untilMs > how.nowMs) return known;
  const asked = how.learn(new URL(url.origin));
  hosts.delete(url.origin);
  hosts.set(url.origin, asked);
  for (const oldest of hosts.keys()) {
    if (hosts.size <= MAX_HOSTS) break;
    hosts.delete(oldest);
  }
  return asked;
}

function unreadable(url: URL, why: FetchFailure): string {
  return `The robots.txt of ${url.host} could not be read, so its pages are left alone for now: ${why.sentence}`;
}
