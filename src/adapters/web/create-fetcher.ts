import type { IncomingHttpHeaders } from "node:http";
import type { Agent, Dispatcher } from "undici";
import type { Clock } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import type { AllowList } from "../../domain/sources/address-rules.ts";
import { type HeaderVault, mayReceiveHeader, type OwnedHeader } from "../../domain/sources/source-header.ts";
import type { Fetched, Fetcher, FetchFailure, FetchRequest } from "../../domain/sources/web.ts";
import { createChainCookies } from "./chain-cookies.ts";
import { type Agents, createAgents } from "./create-agents.ts";
import { explainBotWall, explainError, explainStatus, failure, speaksOnlyHttp2, wasClosed } from "./explain-failure.ts";
import { createGuardedConnect, type Lookup, systemLookup } from "./guarded-connect.ts";
import { createHostPace, type TakeTurn } from "./host-pace.ts";
import { hostOf, readAddress } from "./read-address.ts";
import { readBody } from "./read-body.ts";
import { headerOf, maxAgeMs, retryAfterMs } from "./read-headers.ts";
import { readRefresh } from "./read-refresh.ts";
import { createRobotsRules, type RobotsFile } from "./robots.ts";
import { MAX_ROBOTS_BYTES, type RobotsGroup, readRobots } from "./robots-rules.ts";

export interface FetchLimits {
  connectTimeoutMs: number;
  /** From the request to the last byte, for each hop. */
  timeoutMs: number;
  maxRedirects: number;
  /** Of what is unpacked, and of what comes over the wire, each. */
  maxBytes: Record<FetchRequest["want"], number>;
}

export const FETCH_LIMITS: FetchLimits = {
  connectTimeoutMs: 10_000,
  timeoutMs: 30_000,
  maxRedirects: 5,
  maxBytes: { feed: 10_000_000, page: 5_000_000, sitemap: 20_000_000 },
};

export interface FetcherConfig {
  userAgent: string;
  allowed: AllowList;
  /** Between two requests to one host, and how many run at once. */
  pace: { gapMs: number; concurrency: number };
  limits: FetchLimits;
}

export interface FetcherDeps {
  clock: Clock;
  lookup?: Lookup;
  /** Left out where this process alone reads the web. */
  takeTurn?: TakeTurn;
  /** On a thread; left out where only servers of one's own are read. */
  readRobots?: (text: string, agent: string) => Promise<RobotsGroup>;
  /** Of what publishers ask for; left out where no source has such a header. Throws an AppError ("config"). */
  openHeader?: HeaderVault["open"];
}

/** The name by which robots.txt knows this reader. */
const ROBOTS_AGENT = "Attache";
/** What hosts ask for in words, and not in robots.txt: GDELT answers one request in five seconds. */
const ASKED_PACE = { "api.gdeltproject.org": 5000 };
const MAX_LINK_HEADER = 8000;
const ACCEPT: Record<FetchRequest["want"], string> = {
  feed: "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1",
  page: "text/html, application/xhtml+xml, */*;q=0.1",
  sitemap: "application/xml, text/xml, */*;q=0.1",
};

interface Way {
  agents: Agents;
  config: FetcherConfig;
  clock: Clock;
}

interface Ask {
  url: URL;
  accept: string;
  maxBytes: number;
  /** Conditions and cookies. */
  headers: Record<string, string>;
  signal: AbortSignal | undefined;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Null where the status says that there is nothing to read. */
  body: Buffer | null;
}

/** The guarded way out: see Fetcher. One for the whole process, so that the pace of a host holds whoever asks. */
export function createFetcher(config: FetcherConfig, deps: FetcherDeps): Fetcher {
  const { allowed, limits } = config;
  const lookup = deps.lookup ?? systemLookup;
  const agents = createAgents({
    connectFor: (allowH2) => createGuardedConnect({ allowed, lookup, connectTimeoutMs: limits.connectTimeoutMs, allowH2 }),
    connections: config.pace.concurrency,
  });
  const way: Way = { agents, config, clock: deps.clock };
  const pace = createHostPace(config.pace, deps.takeTurn ?? (async () => 0));
  for (const [host, gapMs] of Object.entries(ASKED_PACE)) pace.slowDown(host, gapMs);
  const robots = createRobotsRules({
    agent: ROBOTS_AGENT,
    clock: deps.clock,
    read: deps.readRobots ?? (async (text, token) => readRobots(text, token)),
    onDelay: (host, delayMs) => pace.slowDown(host, delayMs),
    load: async (origin) => {
      const url = new URL("/robots.txt", origin);
      const found = await follow({ url: url.href, want: "page", validators: null }, false);
      return robotsFile(found, url.host, deps.clock.now());
    },
  });

  async function hop(ask: Ask): Promise<Answer | FetchFailure> {
    try {
      return await pace.inTurn(ask.url.hostname, () => requestEither(way, ask), ask.signal);
    } catch (error) {
      // The store that keeps the turns failed, and not the host.
      if (error instanceof AppError) throw error;
      return explainError(error, ask.url.host);
    }
  }

  async function follow(request: FetchRequest, isChecked: boolean): Promise<{ answer: Answer; url: URL } | FetchFailure> {
    const conditions = conditionsOf(request);
    const given = openGiven(request.header ?? null, deps.openHeader);
    if (given !== null && "trouble" in given) return given;
    const cookies = createChainCookies();
    let next = readAddress(request.url, request.url);
    const seen = new Set<string>();
    for (let hops = 0; hops <= limits.maxRedirects; hops++) {
      if (!(next instanceof URL)) return next;
      const url: URL = next;
      const cookie = cookies.giveTo(url);
      // With a cookie that it did not bring before, the same address may answer otherwise.
      if (seen.has(`${cookie} ${url.href}`)) return failure("redirects", `${url.host} redirects in a circle.`);
      seen.add(`${cookie} ${url.href}`);
      const refusal = isChecked ? await robots.check(url) : null;
      if (refusal !== null) return refusal;
      const headers = withGiven({ ...conditions, ...(cookie === "" ? {} : { cookie }) }, given, url);
      const [accept, maxBytes] = [ACCEPT[request.want], limits.maxBytes[request.want]];
      const answer = await hop({ url, accept, maxBytes, headers, signal: request.signal });
      if ("trouble" in answer) return answer;
      cookies.take(url, answer.headers["set-cookie"]);
      const onward = nextAddress(answer, url);
      if (onward === null) return { answer, url };
      next = onward;
    }
    return failure("redirects", `${hostOf(request.url)} redirects more than ${limits.maxRedirects} times.`);
  }

  return {
    async get(request) {
      const found = await follow(request, request.want !== "feed");
      return "trouble" in found ? { kind: "failed", failure: found } : fetched(found.answer, found.url, deps.clock.now());
    },
    close: () => agents.close(),
  };
}

interface GivenHeader {
  /** The source's address. */
  of: string;
  /** In lower case. */
  name: string;
  value: string;
}

/** A header that does not open fails the request: without it, a publisher would send something else. */
function openGiven(owned: OwnedHeader | null, open: FetcherDeps["openHeader"]): GivenHeader | FetchFailure | null {
  if (owned === null) return null;
  const { url: of, header } = owned;
  const sentence = `I can't decrypt the header ${header.name} that ${hostOf(of)} asks for. An operator sees why with attache doctor.`;
  if (open === undefined) return failure("login", sentence);
  try {
    return { of, name: header.name.toLowerCase(), value: open(owned) };
  } catch (error) {
    if (error instanceof AppError && error.code === "config") return failure("login", sentence);
    throw error;
  }
}

/** The header goes to the host that it was given for, however the chain came there, and to no other. */
function withGiven(headers: Record<string, string>, given: GivenHeader | null, to: URL): Record<string, string> {
  if (given === null || !mayReceiveHeader(to, given.of)) return headers;
  const { name, value } = given;
  const ofChain = name === "cookie" ? headers["cookie"] : undefined;
  return { ...headers, [name]: ofChain === undefined ? value : `${value}; ${ofChain}` };
}

/** Where an answer leads: by its status, or by its page. Null where it is what was asked for. */
function nextAddress({ status, headers, body }: Answer, url: URL): URL | FetchFailure | null {
  if ([301, 302, 303, 307, 308].includes(status)) {
    const location = headerOf(headers, "location");
    if (location === null) return failure("redirects", `${url.host} redirects without an address (${status}).`);
    return readAddress(location, url.href);
  }
  const target = body === null ? null : readRefresh(body, headerOf(headers, "content-type") ?? "");
  const next = target === null ? null : readAddress(target, url.href);
  // A page that reloads itself is there; what it does with scripts meanwhile is not for us.
  return next instanceof URL && next.href !== url.href ? next : null;
}

/** RFC 9309, 2.3.1: no file, or one behind a circle, allows everything; a server that fails allows nothing. */
function robotsFile(found: { answer: Answer } | FetchFailure, host: string, nowMs: number): RobotsFile {
  if ("trouble" in found) {
    return found.trouble === "redirects" || found.trouble === "too-large" ? { kind: "none" } : { kind: "unreadable", why: found };
  }
  const { status, body, headers } = found.answer;
  if (status >= 500 || status === 429)
    return { kind: "unreadable", why: explainStatus(status, host, retryAfterMs(headers, nowMs)) };
  if (body === null) return { kind: "none" };
  return { kind: "text", text: body.subarray(0, MAX_ROBOTS_BYTES).toString("utf8") };
}

function conditionsOf({ validators }: FetchRequest): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag != null) headers["if-none-match"] = validators.etag;
  if (validators?.lastModified != null) headers["if-modified-since"] = validators.lastModified;
  return headers;
}

/** Over HTTP/1.1; over HTTP/2 from a server that speaks nothing else. */
async function requestEither(way: Way, ask: Ask): Promise<Answer> {
  try {
    return await requestKept(way, ask);
  } catch (error) {
    if (!speaksOnlyHttp2(error)) throw error;
    return request(way, way.agents.http2, ask);
  }
}

/** A server may close a connection that it kept open just as we use it again. Then we ask once more, over a new one. */
async function requestKept(way: Way, ask: Ask): Promise<Answer> {
  const { http1, opened } = way.agents;
  const before = opened(ask.url.origin);
  try {
    return await request(way, http1, ask);
  } catch (error) {
    const isKept = before > 0 && opened(ask.url.origin) === before;
    if (!isKept || !wasClosed(error)) throw error;
    return request(way, http1, ask);
  }
}

async function request({ config }: Way, agent: Agent, ask: Ask): Promise<Answer> {
  const { url, signal } = ask;
  const timeout = AbortSignal.timeout(config.limits.timeoutMs);
  const response = await agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: "GET",
    headers: { "user-agent": config.userAgent, accept: ask.accept, "accept-encoding": "gzip, deflate, br", ...ask.headers },
    headersTimeout: config.limits.timeoutMs,
    bodyTimeout: config.limits.timeoutMs,
    signal: signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
  });
  const { statusCode: status, headers } = response;
  if (status !== 200 && status !== 203) {
    await discard(response);
    return { status, headers, body: null };
  }
  const encoding = headerOf(headers, "content-encoding") ?? "";
  return { status, headers, body: await readBody(response.body, encoding, ask.maxBytes) };
}

/** A short body is read to its end, so that the connection can be used again; a long one is not. */
async function discard(response: Dispatcher.ResponseData): Promise<void> {
  try {
    await response.body.dump({ limit: 16_384 });
  } catch {
    // The status is known, and nothing else was wanted.
  }
}

function fetched({ status, headers, body }: Answer, url: URL, nowMs: number): Fetched {
  const age = maxAgeMs(headers, nowMs);
  if (headers["cf-mitigated"] !== undefined) return { kind: "failed", failure: explainBotWall(url.host) };
  if (status === 304) return { kind: "not-modified", maxAgeMs: age };
  if (body === null) return { kind: "failed", failure: explainStatus(status, url.host, retryAfterMs(headers, nowMs)) };
  const content = {
    url: url.href,
    contentType: headerOf(headers, "content-type") ?? "",
    linkHeader: [headers["link"] ?? []].flat().join(", ").slice(0, MAX_LINK_HEADER),
    body,
    etag: headerOf(headers, "etag"),
    lastModified: headerOf(headers, "last-modified"),
    maxAgeMs: age,
  };
  return { kind: "content", content };
}
