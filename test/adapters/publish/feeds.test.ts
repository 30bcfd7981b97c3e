import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import ICAL from "ical.js";
import jsonFeedSchema from "jsonfeed-schema/schema-v1.1.json" with { type: "json" };
import { convertIcsCalendar } from "ts-ics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { articleOf } from "../../fakes/evidence.ts";
import { HOSTILE } from "../../fakes/hostile-article.ts";
import { type StartedDesk, startDesk } from "../mcp/start-desk.ts";

const OURS = "slack:T1";
const ATOM = readFileSync(new URL("atom.rng", import.meta.url), "utf8");
/** The published JSON Schema of JSON Feed: what no reader checks, such as fields that the format does not have. */
const isJsonFeed = ajvWithFormats().compile<object>(jsonFeedSchema);
const PLANNED = articleOf({
  id: "planned",
  url: "https://valley-post.example/planned",
  publisher: "Valley Post",
  publishedAt: "2024-03-20",
  text: "BRUSSELS - Belgian Foreign Minister Eva Claes will meet Austrian Foreign Minister Karl Huber in Brussels on April 8.",
});

describe("feeds and calendars at secret addresses", () => {
  let desk: StartedDesk;

  beforeAll(async () => {
    desk = await startDesk();
    await desk.ingest(OURS, [...DESK_ARTICLES, PLANNED, HOSTILE]);
  });

  afterAll(async () => {
    expect(desk.failures).toEqual([]);
    await desk.stop();
  });

  const add = async (what: "feed" | "digest" | "calendar", topic?: string) => {
    const { data } = await desk.answer(OURS, { kind: "feeds", action: "add", what, topic });
    const { id, addresses } = data as { id: string; addresses: { name: string; url: string }[] };
    return { id, urls: addresses.map(({ url }) => url.replace("http://attache.example", desk.address)) };
  };
  const get = async (url = "", headers: Record<string, string> = {}) => {
    const response = await fetch(url, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it.each(["feed", "digest"] as const)(
    "a %s is valid Atom by its grammar and by a reader, and JSON Feed by its schema and by a reader",
    async (what) => {
      const [atomUrl, jsonUrl] = (await add(what, "norway-portugal")).urls;
      const atom = await get(atomUrl);
      expect(atom.headers.get("content-type")).toContain("application/atom+xml");
      const checked = await validateXML({
        xml: [{ fileName: "feed.xml", contents: atom.text }],
        schema: [ATOM],
        extension: "relaxng",
      });
      expect(checked.errors.map(({ message }) => message)).toEqual([]);
      const read = parseAtomFeed(atom.text);
      expect(read.entries?.length).toBeGreaterThan(0);
      expect(new Set(read.entries?.map(({ id }) => id)).size).toBe(read.entries?.length);
      const json = JSON.parse((await get(jsonUrl)).text);
      expect(json).toMatchObject({ version: "https://jsonfeed.org/version/1.1" });
      expect(isJsonFeed(json), JSON.stringify(isJsonFeed.errors)).toBe(true);
      expect(isJsonFeed({ ...json, items: [{ ...json.items[0], url: "not an address" }] })).toBe(false);
      const items = parseJsonFeed(json).items ?? [];
      expect(items.map(({ id }) => id)).toEqual(read.entries?.map(({ id }) => id));
      expect(atom.text).not.toContain("<script>");
      expect(items.every((item) => !item.content_html?.includes("<script"))).toBe(true);
    },
  );

  it("an entry quotes its article and leads to the passage", async () => {
    const [, jsonUrl] = (await add("feed", "norway-portugal")).urls;
    const { items } = JSON.parse((await get(jsonUrl)).text);
    const lisbon = items.find(({ url }: { url: string }) => url === "https://valley-post.example/lisbon");
    expect(lisbon).toMatchObject({ title: "Mackerel accord signed", authors: [{ name: "Valley Post" }] });
    expect(lisbon.content_html).toContain("https://valley-post.example/lisbon#:~:text=");
    expect(lisbon.content_html).toContain("quota of 45,000 tonnes");
  });

  it("a calendar of a topic, and one of everything, are valid by two readers", async () => {
    for (const [topic, events] of [
      ["austria-belgium", 1],
      ["iceland-malta", 0],
      [undefined, 3],
    ] as const) {
      const [url] = (await add("calendar", topic)).urls;
      const { text, headers } = await get(url);
      expect(headers.get("content-type")).toContain("text/calendar");
      expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const calendar = new ICAL.Component(ICAL.parse(text));
      expect(calendar.getAllSubcomponents("vevent").length).toBe(events);
      expect(convertIcsCalendar(undefined, text).events?.length ?? 0).toBe(events);
      if (topic !== "austria-belgium") continue;
      const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
      expect([event.startDate.toString(), event.component.getFirstPropertyValue("status")]).toEqual(["2024-04-08", "TENTATIVE"]);
    }
  });

  it("a calendar quotes no more of one article than the limit of words", async () => {
    const strict = await startDesk({ verbatimWords: 5 });
    try {
      await strict.ingest(OURS, [PLANNED]);
      const { data } = await strict.answer(OURS, { kind: "feeds", action: "add", what: "calendar" });
      const [address] = (data as { addresses: { url: string }[] }).addresses;
      const { text } = await get(address?.url.replace("http://attache.example", strict.address));
      const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
      expect(event?.getFirstPropertyValue("description")).toBe("BRUSSELS - Belgian Foreign Minister");
    } finally {
      await strict.stop();
    }
  });

  it("answer with nothing new to a reader that has it, and with nothing at all once they are removed", async () => {
    const { id, urls } = await add("feed", "moreira");
    const first = await get(urls[0]);
    expect((await get(urls[0], { "if-none-match": first.headers.get("etag") ?? "" })).status).toBe(304);
    await desk.answer(OURS, { kind: "feeds", action: "remove", target: id });
    expect((await get(urls[0])).status).toBe(404);
  });

  it("open what they were made for alone, and no token opens them", async () => {
    const { urls } = await add("calendar");
    expect((await get(urls[0]?.replace("calendar.ics", "atom.xml"))).status).toBe(404);
    const { token } = await desk.token(OURS);
    expect((await get(`${desk.address}/feeds/${token}/atom.xml`)).status).toBe(404);
    const key = urls[0]?.split("/")[4] ?? "";
    expect((await get(`${desk.address}/api/v1/meetings`, { authorization: `Bearer ${key}` })).status).toBe(401);
  });
});

function ajvWithFormats(): Ajv {
  const ajv = new Ajv({ allErrors: true });
  addFormats.default(ajv);
  return ajv;
}
