/** What one robots.txt asks of one product token, by RFC 9309: plain data, which may pass between threads. */
export interface RobotsGroup {
  /** The longest pattern first, and of those as long the one that allows: the first that fits decides. */
  rules: RobotsRule[];
  /** Crawl-delay, which the RFC leaves open; null where the file asks for none. */
  delayMs: number | null;
}

interface RobotsRule {
  isAllowed: boolean;
  /** As addresses are compared: see `normalise`. */
  pattern: string;
}

/** RFC 9309, 2.5: at least 500 KiB must be read. */
export const MAX_ROBOTS_BYTES = 512_000;
/** Rules of one group that are read: the first ones, as of the bytes. */
const MAX_RULES = 20_000;
/** Longer than any address that is asked for. */
const MAX_PATTERN = 4000;
/** Parts of product tokens, such as a version, are passed over. */
const TOKEN = /^(?:\*(?=\s|$)|[a-z_-]+)/i;

/** Reads a file for one product token: the groups that name it as one, else those of `*`. Linear in its input; never fails. */
export function readRobots(text: string, agent: string): RobotsGroup {
  const own: RobotsGroup = { rules: [], delayMs: null };
  const others: RobotsGroup = { rules: [], delayMs: null };
  let groups = new Set<RobotsGroup>();
  let [isNamed, hasRules] = [false, false];
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n?|\n/)) {
    const { key, value } = readLine(line);
    if (key === "user-agent") {
      if (hasRules) groups = new Set();
      hasRules = false;
      const token = TOKEN.exec(value)?.[0].toLowerCase();
      isNamed ||= token === agent.toLowerCase();
      if (token === agent.toLowerCase()) groups.add(own);
      if (token === "*") groups.add(others);
    } else if (key === "allow" || key === "disallow") {
      hasRules = true;
      for (const group of groups) addRule(group, { isAllowed: key === "allow", pattern: value });
    } else if (key === "crawl-delay" && /^\d{1,6}(?:\.\d{1,6})?$/.test(value)) {
      for (const group of groups) group.delayMs ??= Number(value) * 1000;
    }
  }
  const { rules, delayMs } = isNamed ? own : others;
  return {
    rules: rules.sort((a, b) => b.pattern.length - a.pattern.length || Number(b.isAllowed) - Number(a.isAllowed)),
    delayMs,
  };
}

function readLine(line: string): { key: string; value: string } {
  const comment = line.indexOf("#");
  const said = comment < 0 ? line : line.slice(0, comment);
  const colon = said.indexOf(":");
  return colon < 0
    ? { key: "", value: "" }
    : { key: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
}

/** An empty pattern asks for nothing. */
function addRule({ rules }: RobotsGroup, { isAllowed, pattern }: RobotsRule): void {
  if (pattern === "" || pattern.length > MAX_PATTERN || rules.length >= MAX_RULES) return;
  const isEnded = pattern.endsWith("$");
  const path = normalise(isEnded ? pattern.slice(0, -1) : pattern).replace(/\$/g, "%24");
  rules.push({ isAllowed, pattern: `${path}${isEnded ? "$" : ""}` });
}

export function isAllowedBy({ rules }: RobotsGroup, { pathname, search }: URL): boolean {
  // A star and a dollar of the address are written as a pattern has to write them (RFC 9309, 2.2.3).
  const path = normalise(`${pathname}${search}`).replace(/\*/g, "%2A").replace(/\$/g, "%24");
  return rules.find(({ pattern }) => fits(pattern, path))?.isAllowed ?? true;
}

const UNRESERVED = /[A-Za-z0-9._~-]/;

/** RFC 9309, 2.2.2: what is no ASCII is encoded, and what was encoded without need is not. */
function normalise(path: string): string {
  const ascii = /^[\x20-\x7e]*$/.test(path) ? path : encodeURI(path.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%25/g, "%");
  return ascii.replace(/%([0-9a-f]{2})/gi, (encoded, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : encoded.toUpperCase();
  });
}

/**
 * Whether a pattern of stars fits the beginning of a path, or all of it where the pattern ends with a dollar. Each part between two stars
 * is taken where it is first found: a later place fits no better, so that nothing is ever tried again.
 */
function fits(pattern: string, path: string): boolean {
  const isEnded = pattern.endsWith("$");
  const end = isEnded ? pattern.length - 1 : pattern.length;
  let star = pattern.indexOf("*");
  if (star < 0) return isEnded ? path === pattern.slice(0, end) : path.startsWith(pattern);
  if (!path.startsWith(pattern.slice(0, star))) return false;
  let at = star;
  for (let next = pattern.indexOf("*", star + 1); next >= 0; next = pattern.indexOf("*", star + 1)) {
    const part = pattern.slice(star + 1, next);
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
    star = next;
  }
  const last = pattern.slice(star + 1, end);
  return isEnded ? path.length - last.length >= at && path.endsWith(last) : path.includes(last, at);
}
