import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { passageAddress } from "../../../src/commands/reads/passage-address.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { type StartedDesk, startDesk } from "../mcp/start-desk.ts";

const OURS = "slack:T1";
const WORDS = 20;
const DAY_MS = 24 * 60 * 60_000;

describe("of one article", () => {
  let desk: StartedDesk;
  const { id, text } = DESK_ARTICLES[0] ?? { id: "", text: "" };
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const single = words.map(({ start, end }) => passageAddress({ articleId: id, start, end }));

  beforeAll(async () => {
    desk = await startDesk({ verbatimWords: WORDS });
    await desk.ingest(OURS, DESK_ARTICLES);
    expect(words.length).toBeGreaterThan(WORDS + 5);
  });

  afterAll(async () => {
    expect(desk.failures).toEqual([]);
    await desk.stop();
  });

  const ask = (token: string, resource: string) =>
    fetch(`${desk.address}/api/v1/passages?resource=${encodeURIComponent(resource)}`, {
      headers: { authorization: `Bearer ${token}` },
    });

  it("a token that pages through its passages gets the limit and then a refusal, until a day has passed", async () => {
    const { token } = await desk.token(OURS, { ratePerMinute: 600 });
    const statuses: number[] = [];
    for (const resource of single.slice(0, WORDS + 3)) statuses.push((await ask(token, resource)).status);
    expect(statuses).toEqual([...Array(WORDS).fill(200), 429, 429, 429]);
    const refused = await ask(token, single[WORDS] ?? "");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toEqual({
      error: expect.stringMatching(/^Of this article 20 words have been quoted, which is the limit for 24 hours: open .+ UTC\.$/),
    });
    expect((await ask(token, single[0] ?? "")).status).toBe(200);

    const client = await desk.connect(token);
    await expect(client.readResource({ uri: single[WORDS] ?? "" })).rejects.toThrow(/the limit for 24 hours/);
    const { structuredContent } = await client.callTool({
      name: "check",
      arguments: { sentence: text.slice(0, text.indexOf(".") + 1) },
    });
    expect(structuredContent).toMatchObject({ shortened: true, sentence: expect.stringMatching(/is left out/) });

    const other = await desk.token(OURS);
    expect((await ask(other.token, single[WORDS] ?? "")).status).toBe(200);
    desk.pass(DAY_MS);
    expect((await ask(token, single[WORDS] ?? "")).status).toBe(200);
  });

  it("the reading page's address gets the limit, its list of quotations included", async () => {
    const { data } = await desk.answer(OURS, { kind: "feeds", action: "add", what: "passages" });
    const url = (data as { addresses: { url: string }[] }).addresses[0]?.url ?? "";
    const page = url.replace("http://attache.example", desk.address);
    const last = passageAddress({ articleId: id, start: words.at(-4)?.start ?? 0, end: text.length });
    let refusal = "";
    for (const { start } of words.filter((_, at) => at % 8 === 0)) {
      const end = words.find((word) => word.start > start + 30)?.end ?? text.length;
      const read = await fetch(`${page}?resource=${encodeURIComponent(passageAddress({ articleId: id, start, end }))}`);
      if (read.status === 429) refusal = await read.text();
    }
    expect(refusal).toContain("the limit for 24 hours");
    expect((await fetch(`${page}?resource=${encodeURIComponent(last)}`)).status).toBe(429);
    const said = DESK_ARTICLES[0]?.text.match(/"[^"]+"/)?.[0] ?? "none";
    expect(await (await fetch(`${page}?about=moreira`)).text()).not.toContain(said.slice(1, -1));
  });

  it("a second address by the button gives nobody the limit a second time", async () => {
    const address = async () => {
      const { data } = await desk.answer(OURS, { kind: "reading", about: "moreira" });
      return (data as { url: string }).url.replace("http://attache.example", desk.address).split("?")[0] ?? "";
    };
    const open = async (page: string, start: number, end: number) => {
      const resource = passageAddress({ articleId: id, start: words[start]?.start ?? 0, end: words[end]?.end ?? 0 });
      return (await fetch(`${page}?resource=${encodeURIComponent(resource)}`)).status;
    };
    const first = await address();
    const statuses: number[] = [];
    for (let at = 0; at < words.length; at += 6) statuses.push(await open(first, at, Math.min(at + 5, words.length - 1)));
    expect(statuses.slice(0, 1)).toEqual([200]);
    const refusedAt = statuses.indexOf(429);
    expect(refusedAt).toBeGreaterThan(0);
    expect(await open(await address(), refusedAt * 6, Math.min(refusedAt * 6 + 5, words.length - 1))).toBe(429);
  });
});
