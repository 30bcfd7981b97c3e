import { getDomain } from "tldts";
import { stripEnd } from "../strip-end.ts";

/** Hosts under which sites show their pages to telephones, and AMP's. */
const TWIN_HOST = /^(?:www|m|mobile|mobil|amp|touch|wap)\./;
const TWIN_HOSTS = ["", "www.", "m.", "amp."];
/** A query that only asks for another layout. */
const LAYOUT =
  /^(?:_?amp|mobile|m|print|printable)(?:=(?:amp|mobile|1|y|yes|true)?)?$|^(?:outputtype|output|layout|view)=(?:amp|mobile|all)$|^(?:amp_js_v|amp_gsa|amp_tf|usqp)=/i;
const AMP_CACHE = ".cdn.ampproject.org";
const CACHED = new Set(["c", "v", "a", "amp"]);
/** Under which searches show pages of others. */
const SEARCHES = /^(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)$/;

/**
 * Addresses at which the same article may stand: its page for telephones and for AMP, with and without "www.". The plain one comes first.
 * Addresses in Google's caches of AMP pages give those of the pages.
 */
export function twinUrls(text: string): string[] {
  if (!URL.canParse(text)) return [];
  const url = uncached(new URL(text));
  const host = url.host.replace(TWIN_HOST, "").replace(/^([a-z]{2})\.m\./, "$1.");
  // "m.example" is a site, and "www.co.uk" is none.
  if (getDomain(host) === null || getDomain(host) !== getDomain(url.host)) return [];
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((each) => each !== "" && !LAYOUT.test(each));
  const search = kept.length === 0 ? "" : `?${kept.join("&")}`;
  const path = plainPath(url.pathname);
  const other = path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
  const amp = `${url.host}${stripEnd(path, /\//)}/amp`;
  return [
    ...TWIN_HOSTS.flatMap((twin) => [`https://${twin}${host}${path}${search}`, `https://${twin}${host}${other}${search}`]),
    ...[`http://www.${host}${path}${search}`, `http://${host}${path}${search}`, `https://${amp}`, `https://${amp}/`],
  ];
}

/** "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/a", "https://www.google.com/amp/s/www.example.org/a". */
function uncached(url: URL): URL {
  const isCache = url.host.endsWith(AMP_CACHE) || SEARCHES.test(url.host);
  const [kind = "", ...rest] = url.pathname.slice(1).split("/");
  if (!isCache || !CACHED.has(kind)) return url;
  const inner = `https://${(rest[0] === "s" ? rest.slice(1) : rest).join("/")}${url.search}`;
  return URL.canParse(inner) ? new URL(inner) : url;
}

/** "/amp/story", "/world/amp/story" and "/story/amp/" are the story, and "/story.amp.html", "/story_amp.html" and "/amp_story.html" are "/story.html". */
function plainPath(path: string): string {
  return path
    .replace(/\/amp\/(?=.)/, "/")
    .replace(/\/amp(\/?)$/, "/")
    .replace(/\/amp_(?=[^/]+$|[^/]+\/\d+\.\w+$)/, "/")
    .replace(/[._]amp(?=\.\w{2,5}$|$)/, "");
}
