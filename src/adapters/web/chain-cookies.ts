import { getDomain } from "tldts";

interface Cookie {
  domain: string;
  /** Whether only the host that set it gets it. */
  isOwn: boolean;
  isSecure: boolean;
  name: string;
  value: string;
}

const MAX_COOKIES = 20;
const MAX_CHARACTERS = 4000;

/** Cookies that the servers of one chain of redirects set, and that are forgotten with it: many sites let nobody in who does not bring theirs back. */
export interface ChainCookies {
  /** From all Set-Cookie headers of an answer. */
  take(url: URL, headers: string | string[] | undefined): void;
  /** For a Cookie header; empty where there is none for this address. */
  giveTo(url: URL): string;
}

export function createChainCookies(): ChainCookies {
  const cookies = new Map<string, Cookie>();
  return {
    take(url, headers) {
      for (const header of [headers ?? []].flat().slice(0, MAX_COOKIES)) {
        const cookie = readCookie(header, url);
        if (cookie === null) continue;
        const key = `${cookie.domain} ${cookie.name}`;
        if (cookie.value === "" || cookies.has(key) || cookies.size < MAX_COOKIES) cookies.set(key, cookie);
      }
    },
    giveTo({ hostname, protocol }) {
      const own = [...cookies.values()].filter(
        ({ domain, isOwn, isSecure, value }) =>
          value !== "" &&
          (protocol === "https:" || !isSecure) &&
          (hostname === domain || (!isOwn && hostname.endsWith(`.${domain}`))),
      );
      return own
        .map(({ name, value }) => `${name}=${value}`)
        .reduce((header, each) => (header.length + each.length > MAX_CHARACTERS ? header : `${header}; ${each}`), "")
        .slice(2);
    },
  };
}

/** RFC 6265, 5.2, without paths and times, which matter little within one chain; one that is taken back has no value. */
function readCookie(header: string, { hostname }: URL): Cookie | null {
  const [pair = "", ...attributes] = header.slice(0, MAX_CHARACTERS).split(";");
  const equals = pair.indexOf("=");
  const [name, value] = [pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim()];
  // A control character would end the header.
  if (name === "" || !/^[\x21-\x7e]+$/.test(name) || !/^[\x20-\x7e]*$/.test(value)) return null;
  const said = new Map(
    attributes.map((each) => {
      const [key = "", text = ""] = each.split("=", 2);
      return [key.trim().toLowerCase(), text.trim()];
    }),
  );
  const domain = (said.get("domain") ?? "").replace(/^\./, "").toLowerCase();
  const isShared =
    domain !== "" &&
    getDomain(domain, { allowPrivateDomains: true }) !== null &&
    (hostname === domain || hostname.endsWith(`.${domain}`));
  if (domain !== "" && !isShared && domain !== hostname) return null;
  const isOver = /^-|^0+$/.test(said.get("max-age") ?? "");
  return {
    domain: isShared ? domain : hostname,
    isOwn: !isShared,
    isSecure: said.has("secure"),
    name,
    value: isOver ? "" : value,
  };
}
