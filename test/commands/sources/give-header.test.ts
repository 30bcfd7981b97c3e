import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCommands } from "../../../src/commands/create-commands.ts";
import type { Intent } from "../../../src/domain/chat/intent.ts";
import { rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import { FakeSite } from "../../servers/fake-site.ts";

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;
const headerKeys: [{ id: string; secret: Buffer }] = [{ id: "2026", secret: randomBytes(32) }];

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk(() => ({ settings: { headerKeys } })));
  const feed = rss([{ title: "Talks", guid: "1", link: `${site.url}/1`, text: wholeText("talks") }]);
  site.paths.set("/feed", ({ headers }, response) => {
    if (headers.authorization === "Bearer secret-1") response.end(feed);
    else response.writeHead(401).end();
  });
});

afterEach(() => close());

function commands() {
  const { store, sources } = desk;
  return createCommands({ store, clock: { now: () => Date.now() }, writer: null, sourceWork: async () => sources.work });
}

const give = (target: string, value = "Bearer secret-1", name = "Authorization") =>
  commands().giveHeader("terminal", target, { name, value });
const manage = (action: Extract<Intent, { kind: "sources-manage" }>["action"], target?: string) =>
  desk.ask({ kind: "sources-manage", action, target });

describe("the header of a source", () => {
  it("lets an address be followed that asks for it, and is sent at every poll", async () => {
    expect((await manage("add", `${site.url}/feed`)).words).toContain("refuses access (401)");
    const { document } = await give(`${site.url}/feed`);
    expect(document.title).toBe("Source added");
    await desk.read();
    expect((await manage("why", `${site.url}/feed`)).words).toContain("1 stored as articles");
    expect(JSON.stringify(document)).not.toContain("secret-1");
  });

  it("is named and never shown, and is deleted in any front", async () => {
    await give(`${site.url}/feed`);
    const { words, data } = await manage("why", `${site.url}/feed`);
    expect(words).toContain("I send the header Authorization (hidden) to its host.");
    expect(data["header"]).toBe("Authorization");
    expect(JSON.stringify([data, await desk.store.followed.sources.list("terminal")])).not.toContain("secret-1");
    expect((await manage("forget-header", `${site.url}/feed`)).words).toContain("I deleted the header Authorization");
    await desk.read();
    expect((await manage("why", `${site.url}/feed`)).words).toContain("refuses access (401)");
    expect((await manage("forget-header", `${site.url}/feed`)).words).toContain("is read without a header");
  });

  it("is set on a source that is followed already, in place of the one before", async () => {
    await give(`${site.url}/feed`);
    await give(`${site.url}/feed`, "Bearer wrong");
    await desk.read();
    expect((await manage("why", `${site.url}/feed`)).words).toContain("refuses access (401)");
    expect(site.requests.at(-1)?.headers.authorization).toBe("Bearer wrong");
  });

  it("does not go to the feed of another host that a page names", async () => {
    const other = new FakeSite();
    await other.listen();
    const feed = rss([{ title: "Talks", guid: "1", link: `${other.url}/1`, text: wholeText("talks") }]);
    other.serve("/feed", feed);
    site.serve("/", `<link rel="alternate" type="application/rss+xml" href="${other.url}/feed"><h1>News</h1>`, {
      "content-type": "text/html",
    });
    const { document } = await give(`${site.url}/`);
    expect(JSON.stringify(document.blocks)).toContain("without the header, because that is another host");
    await desk.read();
    expect(other.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
    await other.close();
  });

  it.each([
    ["Host", "a.example", "sets the header Host itself"],
    ["Not a name", "x", "not the name of a header"],
    ["Authorization", "", "needs a value"],
    ["Authorization", "secret-1\r\nX-Evil: 1", "one line"],
  ])("%s: %j is refused, without the value in the sentence", async (name, value, sentence) => {
    const refused = give(`${site.url}/feed`, value, name);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.not.toThrow("secret-1");
  });
});
