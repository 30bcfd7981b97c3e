import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { READS } from "../../../src/commands/reads/reads.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { type StartedDesk, startDesk } from "../mcp/start-desk.ts";

const OURS = "slack:T1";
const QUESTIONS: Record<string, string> = {
  briefing: "topic=norway-portugal",
  meetings: "about=norway-portugal&page=1",
  person: "name=moreira",
  quotes: "about=moreira",
  ask: "question=Where%20did%20Moreira%20meet%20Solberg%20on%20March%204%3F",
  stories: "",
  timeline: "about=norway-portugal",
  sources: "about=norway-portugal",
  check: "sentence=Ana%20Moreira%20met%20Erik%20Solberg%20in%20Lisbon.",
};

describe("the API for scripts", () => {
  let desk: StartedDesk;
  let token: string;

  beforeAll(async () => {
    desk = await startDesk();
    await desk.ingest(OURS, DESK_ARTICLES);
    token = (await desk.token(OURS)).token;
  });

  afterAll(async () => {
    expect(desk.failures).toEqual([]);
    await desk.stop();
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${desk.address}/api/v1/${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });

  it.each(READS.map(({ name }) => name))("answers %s as MCP does", async (name) => {
    const response = await get(`${name}?${QUESTIONS[name]}`);
    expect(response.status).toBe(200);
    const client = await desk.connect(token);
    const given = Object.fromEntries(
      [...new URLSearchParams(QUESTIONS[name])].map(([key, value]) => [key, key === "page" ? Number(value) : value]),
    );
    const { structuredContent } = await client.callTool({ name, arguments: given });
    expect(await response.json()).toEqual(structuredContent);
    expect(structuredContent).toMatchObject({ held: true });
  });

  it("gives a passage again by its address", async () => {
    const { data } = (await (await get("quotes?about=moreira")).json()) as { data: { resource: string; text: string }[] };
    const passage = await get(`passages?resource=${encodeURIComponent(data[0]?.resource ?? "")}`);
    expect(await passage.json()).toMatchObject({ text: data[0]?.text, article: { revision: 1 } });
    expect((await get("passages?resource=attache://articles/none/0-4")).status).toBe(404);
  });

  it("says that nothing changed to a program that has the answer already, and sends what did", async () => {
    const first = await get("quotes?about=moreira");
    const etag = first.headers.get("etag") ?? "";
    const again = await get("quotes?about=moreira", { "if-none-match": `"other", W/${etag}` });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect((await get("quotes?about=solberg", { "if-none-match": etag })).status).toBe(200);
  });

  it("refuses in one sentence what it does not take", async () => {
    const refused = async (path: string) => {
      const response = await get(path);
      const { error } = (await response.json()) as { error: string };
      expect(error, path).toMatch(/^\S.{10,300}\.$/s);
      return response.status;
    };
    expect(await refused("meetings?page=0")).toBe(400);
    expect(await refused("meetings?page=two")).toBe(400);
    expect(await refused("meetings?about=a&about=b")).toBe(400);
    expect(await refused("meetings?colour=red")).toBe(400);
    expect(await refused("briefing")).toBe(400);
    expect(await refused("nothing")).toBe(404);
    expect((await fetch(`${desk.address}/api/v1/meetings`)).status).toBe(401);
    expect((await fetch(`${desk.address}/api/v1/meetings`, { method: "POST" })).status).toBe(405);
  });

  it("describes itself in OpenAPI, with every read and its arguments", async () => {
    const written = await (await fetch(`${desk.address}/api/v1/openapi.json`)).text();
    const document = JSON.parse(written);
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    for (const { name, args } of READS) {
      const { parameters } = document.paths[`/api/v1/${name}`].get;
      expect(parameters.map((each: { name: string }) => each.name)).toEqual(Object.keys(args.shape));
    }
  });
});
