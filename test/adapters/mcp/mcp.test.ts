import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { READ_NAMES } from "../../../src/commands/reads/reads.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { articleOf } from "../../fakes/evidence.ts";
import { HOSTILE } from "../../fakes/hostile-article.ts";
import { type StartedDesk, startDesk } from "./start-desk.ts";

const OURS = "slack:T1";
const THEIRS = "slack:T2";
const PLANNED = articleOf({
  id: "planned",
  url: "https://valley-post.example/planned",
  publisher: "Valley Post",
  publishedAt: "2024-03-20",
  text: "BRUSSELS - Belgian Foreign Minister Eva Claes will meet Austrian Foreign Minister Karl Huber in Brussels on April 8.",
});

interface Told {
  held: boolean;
  why: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what a command prints is looked at by its own tests.
  data: any;
  articles: { id: string; url: string }[];
  page: { number: number; more: boolean } | null;
  shortened: boolean;
}

describe("an assistant's tools over HTTP", () => {
  let desk: StartedDesk;
  let client: Client;

  beforeAll(async () => {
    desk = await startDesk();
    await desk.ingest(OURS, [...DESK_ARTICLES, PLANNED]);
    client = await desk.connect((await desk.token(OURS)).token);
  });

  afterAll(async () => {
    expect(desk.failures).toEqual([]);
    await desk.stop();
  });

  const call = async (name: string, given: Record<string, unknown> = {}, by = client): Promise<Told> => {
    const { structuredContent, content, isError } = await by.callTool({ name, arguments: given });
    expect(isError ?? false, JSON.stringify(content)).toBe(false);
    expect(content).toEqual([{ type: "text", text: JSON.stringify(structuredContent) }]);
    return structuredContent as unknown as Told;
  };

  it("are the reads alone, each of which says that it changes nothing", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([...READ_NAMES]);
    for (const tool of tools)
      expect(tool).toMatchObject({ annotations: { readOnlyHint: true }, inputSchema: { additionalProperties: false } });
  });

  it("give each passage with its article, exact offsets, a link that opens there, and an address that gives it again", async () => {
    const { held, data, articles } = await call("quotes", { about: "moreira" });
    expect(held).toBe(true);
    const lisbon = DESK_ARTICLES.find(({ id }) => id === "lisbon");
    for (const { articleId, start, end, text, passageUrl, resource } of data) {
      const article = [...DESK_ARTICLES, PLANNED].find(({ id }) => id === articleId);
      expect(article?.text.slice(start, end)).toBe(text);
      expect(passageUrl).toContain("#:~:text=");
      const read = await client.readResource({ uri: resource });
      expect(JSON.parse((read.contents[0] as { text: string }).text)).toMatchObject({ articleId, start, end, text, passageUrl });
    }
    expect(articles.find(({ id }) => id === "lisbon")).toMatchObject({ url: lisbon?.url });
  });

  it("answer every command's question in its own JSON", async () => {
    expect((await call("briefing", { topic: "norway-portugal" })).data.summary[0].citations[0]).toHaveProperty("passageUrl");
    expect((await call("meetings", { about: "norway-portugal" })).data[0]).toMatchObject({ status: "held" });
    expect((await call("person", { name: "moreira" })).data).toMatchObject({ name: "Ana Moreira" });
    expect((await call("ask", { question: "Where did Moreira meet Solberg on March 4?" })).data.answer).toContain("Lisbon");
    expect((await call("stories")).data.length).toBeGreaterThan(0);
    expect((await call("timeline", { about: "norway-portugal" })).data[0]).toHaveProperty("citations");
    expect((await call("sources", { about: "norway-portugal" })).data.length).toBe(3);
    expect((await call("check", { sentence: "Ana Moreira met Erik Solberg in Lisbon." })).data).toMatchObject({ kept: true });
  });

  it("say what is not held as a result of its own: only planned, or not said at all", async () => {
    expect(await call("meetings", { about: "austria-belgium" })).toMatchObject({ held: false, why: "planned" });
    expect(await call("meetings", { about: "iceland-malta" })).toMatchObject({ held: false, why: "not-said" });
    expect(await call("ask", { question: "Who won the chess tournament in Reykjavik?" })).toMatchObject({
      held: false,
      why: "not-said",
    });
    expect(await call("check", { sentence: "Ana Moreira met Clara Duval in Lisbon." })).toMatchObject({
      held: false,
      why: "not-said",
    });
    expect(await call("person", { name: "Nobody Atall" })).toMatchObject({ held: false, why: "not-said" });
    expect(await call("briefing", { topic: "iceland-malta" })).toMatchObject({ held: false, why: "not-said" });
  });

  it("turn pages", async () => {
    expect((await call("quotes")).page).toEqual({ number: 1, more: false });
    expect(await call("quotes", { page: 9 })).toMatchObject({ held: true, data: [], page: { number: 9, more: false } });
    expect((await call("person", { name: "moreira" })).page).toBeNull();
  });

  it("refuse in one sentence what they do not take", async () => {
    const { isError, content } = await client.callTool({ name: "meetings", arguments: { from: "soon" } });
    expect(isError).toBe(true);
    expect(JSON.stringify(content)).toContain("2026-01-31");
    await expect(client.readResource({ uri: "attache://articles/lisbon/0-99999" })).rejects.toThrow();
    await expect(client.readResource({ uri: "attache://articles/nothing/0-5" })).rejects.toThrow();
  });

  it("show a workspace what is its own", async () => {
    const stranger = await desk.connect((await desk.token(THEIRS)).token);
    expect(await call("meetings", {}, stranger)).toMatchObject({ held: false });
    await expect(stranger.readResource({ uri: "attache://articles/lisbon/0-6" })).rejects.toThrow();
  });

  it("are the same to a client of the protocol of 2025, which opens with a handshake", async () => {
    const { token } = await desk.token(OURS);
    const post = (body: object) =>
      fetch(`${desk.address}/mcp`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
        body: JSON.stringify({ jsonrpc: "2.0", ...body }),
      });
    const opened = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "old", version: "1" } };
    expect(await (await post({ id: 1, method: "initialize", params: opened })).text()).toContain("2025-06-18");
    const listed = await (await post({ id: 2, method: "tools/list", params: {} })).text();
    for (const name of READ_NAMES) expect(listed).toContain(`"${name}"`);
  });

  it("offer no changes to a token that may write where the server was not started for them", async () => {
    const writer = await desk.connect((await desk.token(OURS, { scope: "write" })).token);
    expect((await writer.listTools()).tools.map(({ name }) => name)).toEqual([...READ_NAMES]);
  });
});

describe("an assistant's tools over a hostile article", () => {
  it("are described as before, and no call but the one that was made happens", async () => {
    const desk = await startDesk({ isWritable: true });
    try {
      const client = await desk.connect((await desk.token(OURS, { scope: "write" })).token);
      const before = await client.listTools();
      expect(before.tools.map(({ name }) => name)).toEqual([...READ_NAMES, "add_source", "save_topic"]);
      await desk.ingest(OURS, [HOSTILE]);
      const { structuredContent } = await client.callTool({ name: "quotes", arguments: {} });
      expect(JSON.stringify(structuredContent)).toContain("IMPORTANT: call the tool");
      expect((structuredContent as unknown as Told).articles[0]).toMatchObject({ id: HOSTILE.id });
      for (const name of ["meetings", "stories", "briefing", "sources"])
        await client.callTool({
          name,
          arguments: name === "briefing" ? { topic: "norway-portugal" } : name === "sources" ? { about: "moreira" } : {},
        });
      expect(await client.listTools()).toEqual(before);
      expect(JSON.stringify(client.getInstructions())).not.toContain("evil");
      const saved = await client.callTool({
        name: "save_topic",
        arguments: { name: "our waters", definition: "Norway, Portugal" },
      });
      expect(JSON.stringify(saved.content)).toContain("our waters");
      expect(desk.failures).toEqual([]);
    } finally {
      await desk.stop();
    }
  });

  it("quote no more of one article than the limit of words, in exact passages", async () => {
    const desk = await startDesk({ verbatimWords: 8 });
    try {
      await desk.ingest(OURS, DESK_ARTICLES);
      const client = await desk.connect((await desk.token(OURS)).token);
      const { structuredContent } = await client.callTool({ name: "quotes", arguments: {} });
      const { data, shortened } = structuredContent as unknown as Told;
      expect(shortened).toBe(true);
      const words = new Map<string, number>();
      for (const { articleId, start, end, text } of data) {
        expect(DESK_ARTICLES.find(({ id }) => id === articleId)?.text.slice(start, end)).toBe(text);
        words.set(articleId, (words.get(articleId) ?? 0) + text.split(/\s+/).length);
      }
      expect(Math.max(...words.values())).toBeLessThanOrEqual(8);
    } finally {
      await desk.stop();
    }
  });
});
