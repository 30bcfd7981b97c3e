import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Desk } from "../../../src/domain/chat/chat.ts";
import type { Source } from "../../../src/domain/sources/source.ts";
import type { FinishedPoll } from "../../../src/domain/sources/source-store.ts";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSourceDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import {
  buttonsOf as buttonsInDiscord,
  command as typeInDiscord,
  useShortcut as useInDiscord,
} from "../../servers/fake-discord-people.ts";
import { ALICE, GUILD, MANAGER } from "../../servers/fake-discord-state.ts";
import { FakeSite } from "../../servers/fake-site.ts";
import {
  buttonsOf as buttonsInSlack,
  responsesTo,
  command as typeInSlack,
  useShortcut as useInSlack,
} from "../../servers/fake-slack-people.ts";
import { until } from "../../servers/until.ts";
import { shown as shownInDiscord, startDiscord, whisperedTo } from "../discord/start-discord.ts";
import { temporaryFolder } from "../prisma/temporary-database.ts";
import { shown as shownInSlack, startSlack } from "../slack/start-slack.ts";

const WAIT = "Working on the sources…";

/** What somebody is shown alone, and what everyone is: the commands on sources answer the asker. */
interface Answer {
  words: string;
  buttons: string[];
  /** Where its links lead. */
  links: string[];
  /** What would call somebody. */
  pings: string[];
  files: { name: string; content: string | null }[];
}

interface Typed {
  target?: string;
  backfill?: boolean;
  /** An OPML file: Discord takes it as it is, Slack by its address. */
  file?: string;
  isManager?: boolean;
}

/** A platform with the adapter, and what people do there. */
interface Front {
  workspaceId: string;
  /** Types a command on sources; comes back with how many answers there were before it. */
  send(verb: string, typed?: Typed): Sent;
  addFrom(message: string, isManager?: boolean): Sent;
  /** What everyone in the channel was shown. */
  toAll(): number;
  close(): Promise<void>;
}

interface Sent {
  acknowledged(): Promise<void>;
  /** The answers that came so far, without the word that there is work on it. */
  answers(): Answer[];
  isToldToWait(): boolean;
}

/** A masked link in Discord's markdown. */
const LINK = /(?<!\\)\[(?:\\.|[^\]\\])*\]\(([^)]*)\)/g;

/** The elements of a kind in Slack's rich text, as JSON. */
function elementsOf(blocks: unknown, type: string): string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (_, value) => {
    if (value?.type === type) found.push(JSON.stringify(value));
    return value;
  });
  return found;
}

async function openSlack(desk: Desk, site: FakeSite): Promise<Front> {
  const started = await startSlack({ answering: desk, timings: { slowAfterMs: 50 } });
  const { slack } = started;
  const sentBy = ({ responseUrl, delivery }: ReturnType<typeof typeInSlack>): Sent => ({
    acknowledged: async () => void expect(await delivery).toMatchObject({ acked: true }),
    isToldToWait: () => shownInSlack(responsesTo(slack, responseUrl)[0]).includes(WAIT),
    answers: () => {
      expect(slack.calls.map(({ error }) => error).filter((error) => error !== null)).toEqual([]);
      const files = [...slack.state.files.values()].map(({ name, content }) => ({ name, content }));
      const ephemeral = slack.state.messages.filter(({ onlyFor }) => onlyFor !== null).map(({ blocks }) => blocks);
      const blocks = [...responsesTo(slack, responseUrl).map((body) => body["blocks"]), ...ephemeral];
      return blocks
        .map((each) => ({
          words: shownInSlack(each),
          buttons: buttonsInSlack(each).map(({ text }) => text.text),
          links: elementsOf(each, "link"),
          pings: ["user", "usergroup", "broadcast", "channel"].flatMap((type) => elementsOf(each, type)),
          files,
        }))
        .filter(({ words }) => words !== WAIT);
    },
  });
  return {
    workspaceId: "slack:T1",
    send(verb, { target = "", backfill = false, file, isManager = true } = {}) {
      if (file !== undefined) site.serve("/opml", file);
      const words = [verb, file === undefined ? target : `${site.url}/opml`, backfill ? "--backfill" : ""].join(" ").trim();
      return sentBy(typeInSlack(slack, `/sources ${words}`, { user: isManager ? "U9ADMIN" : "U1" }));
    },
    addFrom(message, isManager = true) {
      const marked = message.replace(/https?:\/\/\S+/g, (url) => `<${url.replaceAll("&", "&amp;")}>`);
      const admin = slack.state.users.get("U1");
      if (admin !== undefined) admin.is_admin = isManager;
      return sentBy(useInSlack(slack, "attache:add-source", marked));
    },
    toAll: () => slack.state.messages.filter(({ onlyFor, channel }) => onlyFor === null && channel === "C1").length,
    close: () => started.stop(),
  };
}

async function openDiscord(desk: Desk): Promise<Front> {
  const started = await startDiscord({ answering: desk });
  const { discord } = started;
  const sentBy = (interaction: ReturnType<typeof typeInDiscord>): Sent => {
    const user = interaction.userId;
    const before = whisperedTo(discord, user).length;
    return {
      isToldToWait: () => interaction.original?.isLoading === true,
      acknowledged: async () => until(() => expect(interaction.ackType).toBe(5)),
      answers: () =>
        whisperedTo(discord, user)
          .slice(before)
          .map((message) => ({
            words: shownInDiscord(message),
            buttons: buttonsInDiscord(message).map(({ label }) => label),
            links: message.embeds.flatMap(({ description }) =>
              Array.from(String(description).matchAll(LINK), ([, url = ""]) => url),
            ),
            pings: JSON.stringify(message.embeds).match(/(?<!\\)<(?:@|#)|@(?:everyone|here)/g) ?? [],
            files: message.files,
          })),
    };
  };
  return {
    workspaceId: `discord:${GUILD}`,
    send(verb, { target, backfill, file, isManager = true } = {}) {
      if (file !== undefined) discord.file = file;
      const attachment = { id: "7", url: `${discord.base}/files/a.opml`, size: file?.length ?? 0, filename: "a.opml" };
      return sentBy(
        typeInDiscord(discord, `sources ${verb}`, {
          user: isManager ? MANAGER : ALICE,
          options: { source: target, backfill, file: file === undefined ? undefined : "7" },
          ...(file === undefined ? {} : { resolved: { attachments: { 7: attachment } } }),
        }),
      );
    },
    addFrom: (message, isManager = true) =>
      sentBy(useInDiscord(discord, "Add to sources", { content: message, user: isManager ? MANAGER : ALICE })),
    toAll: () => discord.state.messages.filter(({ onlyFor }) => onlyFor === null).length,
    close: () => started.stop(),
  };
}

/** A look at a source that its server answered with a failure. */
function failedPoll({ id, title }: Source): FinishedPoll {
  return {
    sourceId: id,
    poll: { atMs: 0, outcome: "failed", reason: "No answer.", seen: 0, kept: 0, updated: 0, dropped: {} },
    items: [],
    listed: null,
    title,
    nextPollAtMs: 1,
    intervalMs: 1,
    etag: null,
    lastModified: null,
    bodyHash: null,
    failure: { count: 1, sinceMs: 0, reason: "No answer.", isTold: false },
  };
}

describe.each([
  ["Slack", openSlack],
  ["Discord", openDiscord],
] as const)("sources in %s", (platform, open) => {
  let place: ReturnType<typeof temporaryFolder>;
  let site: FakeSite;
  let desk: SourceDesk;
  let front: Front;

  beforeEach(async () => {
    place = temporaryFolder();
    site = new FakeSite();
    await site.listen();
    const settings = { searchUrl: `${site.url}/search?q={query}` };
    desk = await openSourceDesk({ url: `file:${place.path("store.db")}`, settings });
    front = await open(desk.desk, site);
  });

  afterEach(async () => {
    await front.close();
    expect(desk.unexpected).toEqual([]);
    await desk.close();
    await site.close();
    place.remove();
  });

  const entry = (name: string) => ({ title: `Dispatch ${name}`, guid: name, link: `${site.url}/${name}`, text: wholeText(name) });
  const followed = async () =>
    (await desk.store.followed.sources.list(front.workspaceId)).map(({ url, title }) => ({ url, title }));

  /** The one answer to what was sent. */
  async function answerTo(sent: Sent, withinMs = 20_000): Promise<Answer> {
    await sent.acknowledged();
    return until(() => {
      const [answer, ...more] = sent.answers();
      expect(more).toEqual([]);
      if (answer === undefined) throw new Error("There is no answer yet.");
      expect(front.toAll()).toBe(0);
      return answer;
    }, withinMs);
  }

  /** The file that everything is exported into; Slack takes it after the answer. */
  async function opml(): Promise<string> {
    const sent = front.send("export");
    expect((await answerTo(sent)).words).toMatch(/sources, as OPML/);
    return until(() => {
      const content = sent.answers()[0]?.files.at(-1)?.content;
      if (typeof content !== "string") throw new Error(`There is no file yet: ${JSON.stringify(sent.answers())}`);
      return content;
    });
  }

  const ask = (verb: string, typed: Typed = {}) => answerTo(front.send(verb, typed));

  it("are added, listed, explained and removed, and nobody else sees it", async () => {
    site.serve("/feed", rss([entry("a"), entry("b")]));
    const added = await ask("add", { target: `${site.url}/feed` });
    expect(added.words).toContain("You now follow The Harbour Gazette. It has 2 entries, with full articles.");
    expect(added.words).toContain("Dispatch a");
    expect(added.buttons).toEqual(["Status", "Remove"]);
    expect((await ask("add", { target: `${site.url}/feed` })).words).toContain("You already follow The Harbour Gazette.");
    await desk.read();
    expect((await ask("list")).words).toMatch(
      /1 source\.[\s\S]*The Harbour Gazette[\s\S]*: Working\. Checked about every 30 minutes, next in 30 minutes\./,
    );
    const why = await ask("why", { target: "harbour" });
    expect(why.words).toContain("Entries: 2 stored as articles, 0 waiting, 0 dropped.");
    expect((await ask("remove", { target: "harbour" })).words).toContain(
      "You no longer follow The Harbour Gazette. Its articles stay.",
    );
    expect((await ask("list")).words).toContain("You don't follow any sources yet.");
    expect((await ask("why", { target: "harbour" })).words).toContain(
      "You don't follow any sources yet. /sources add follows one.",
    );
  });

  it("are added by words that the news is searched for, quoted or not, and with older entries", async () => {
    site.serve("/search", rss([entry("a")], { head: `<link>${site.url}/</link>` }));
    const found = await ask("add", { target: '--search "india japan"' });
    expect(found.words).toContain("You now follow News on india japan.");
    expect(site.asked("/search?q=india%20japan")).toBe(1);
    await ask("add", { target: "“grain corridor”" });
    expect((await followed()).map(({ title }) => title)).toEqual(["News on india japan", "News on grain corridor"]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Archive</title><link rel="prev-archive" href="${site.url}/old"/><entry><id>n</id><title>New</title><link href="${site.url}/n"/></entry></feed>`;
    site.serve("/atom", atom);
    site.serve("/old", rss([entry("old")]));
    const older = await ask("add", { target: `${site.url}/atom`, backfill: true });
    expect(older.words).toContain("Added one older entry from its archive pages.");
  });

  it("are changed by those who manage the place, and shown to everyone", async () => {
    site.serve("/feed", rss([entry("a")]));
    await ask("add", { target: `${site.url}/feed` });
    const refused =
      platform === "Slack"
        ? "Only people who manage this workspace may change sources. Ask one of them, or ask them to type /attache set sources members."
        : "Only people with the Manage Server permission may change sources. Ask one of them, or ask them to type /attache set sources members.";
    for (const [verb, target] of [
      ["add", `${site.url}/b`],
      ["remove", "harbour"],
      ["starter", undefined],
    ] as const)
      expect((await ask(verb, { ...(target === undefined ? {} : { target }), isManager: false })).words).toContain(refused);
    expect((await ask("import", { file: "<opml/>", isManager: false })).words).toContain(refused);
    expect((await answerTo(front.addFrom(`${site.url}/x ${site.url}/y ${site.url}/z`, false))).words).toContain(refused);
    for (const verb of ["list", "why", "export"]) expect((await ask(verb, { isManager: false })).words).not.toContain(refused);
    expect(await followed()).toHaveLength(1);
  });

  it("are told to be where they cannot be read, with what to do, and nothing is stored", async () => {
    site.paths.set("/broken", (_request, response) => void response.writeHead(500).end());
    site.serve("/empty", "<html><body></body></html>", { "content-type": "text/html" });
    for (const target of [
      `${site.url}/broken`,
      `${site.url}/nothing`,
      `${site.url}/empty`,
      "file:///etc/passwd",
      "http://10.0.0.1/",
    ])
      expect((await ask("add", { target })).words).toMatch(/That did not work\nI added nothing\. \S.*\.$/s);
    expect((await ask("add")).words).toContain("Add the address of a feed or a page, or words for a news search.");
    expect(await followed()).toEqual([]);
  });

  it("that answer slowly are acknowledged at once, and answered when they have", async () => {
    let release: () => void = () => undefined;
    site.paths.set("/slow", (_request, response) => {
      release = () => void response.end(rss([entry("a")]));
    });
    const sent = front.send("add", { target: `${site.url}/slow` });
    await sent.acknowledged();
    await until(() => expect(site.asked("/slow")).toBe(1));
    await until(() => expect(sent.isToldToWait()).toBe(true));
    expect(sent.answers()).toEqual([]);
    release();
    await until(() => expect(sent.answers().at(-1)?.words).toContain("You now follow"));
  });

  it("are listed a page at a time, failing ones first, with how many there are and the way to the others", async () => {
    for (let at = 0; at < 40; at++)
      await desk.store.followed.sources.add({
        workspaceId: front.workspaceId,
        url: `https://gazette.example/${at}/${"long-".repeat(20)}`,
        kind: "feed",
        title: `Gazette ${at} ${"of the harbour ".repeat(15)}`,
        addedBy: null,
        addedIn: null,
        atMs: 0,
      });
    for (const source of (await desk.store.followed.sources.list(front.workspaceId)).slice(-2))
      await desk.store.followed.polls.finish(failedPoll(source));
    const { words, buttons } = await ask("list");
    expect(words).toContain("40 sources, 2 failing");
    const names = Array.from(words.matchAll(/Gazette (\d+) /g), ([, at]) => Number(at));
    expect(names.slice(0, 4)).toEqual([38, 39, 0, 1]);
    const listed = names.length;
    expect(listed).toBeGreaterThan(5);
    // Names as long as these fill a message before the page ends.
    expect(listed + Number(/(\d+) more left out/.exec(words)?.[1] ?? 0)).toBe(10);
    expect(buttons).toEqual(["More sources"]);
    expect((await opml()).match(/<outline/g)).toHaveLength(40);
  });

  it("come in and go out as OPML, a thousand at once, with what is no address left out", async () => {
    const outlines = Array.from(
      { length: 1001 },
      (_, at) => `<outline text="Gazette ${at} &amp; &lt;b&gt;" xmlUrl="https://gazette.example/${at}"/>`,
    );
    const given = `<opml version="2.0"><body><outline text="All">${outlines.join("")}<outline text="x" xmlUrl="javascript:alert(1)"/><outline text="y" xmlUrl="file:///etc/passwd"/></outline></body></opml>`;
    // A thousand rows take a busy machine longer than any other answer.
    const imported = await answerTo(front.send("import", { file: given }), 60_000);
    expect(imported.words).toContain("You now follow 1001 more sources.");
    expect(imported.buttons).toEqual(["List"]);
    const again = await ask("import", { file: given });
    expect(again.words).toContain("I added no sources. You already followed 1001.");
    expect((await followed()).some(({ url }) => !url.startsWith("https://"))).toBe(false);
    expect(await opml()).toContain("Gazette 7 &amp; &lt;b&gt;");
    for (const file of ["<opml", "<html></html>", "no file", "<opml version='2.0'><body/></opml>"])
      expect((await ask("import", { file })).words).toMatch(/I imported nothing|That is neither OPML/);
  }, 120_000);

  it("ping nobody and link nowhere but to themselves, whatever a feed calls itself and its entries", async () => {
    const hostile =
      "@everyone <!channel> <@U1> <@102000000000000001> [safe](https://evil.example) <https://evil.example|safe> *b* `c` @here";
    const escaped = hostile.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/&#/g, "&amp;#");
    site.serve("/feed", rss([{ ...entry("a"), title: escaped }], { title: escaped }));
    const answers = [await ask("add", { target: `${site.url}/feed` })];
    await desk.read();
    for (const verb of ["list", "why", "export", "remove"]) answers.push(await ask(verb));
    expect(answers.map(({ words }) => words).join()).toContain("everyone");
    for (const { links, pings } of answers) {
      expect(pings).toEqual([]);
      expect(links.filter((link) => link.includes("evil.example"))).toEqual([]);
    }
  });

  it("are taken out of a message, each link once, and what is an article is stored", async () => {
    site.serve("/feed", rss([entry("a")]));
    const head =
      '<meta property="og:type" content="article"><meta property="article:published_time" content="2026-03-19T10:00:00Z">';
    site.serve("/talks", page("Talks in Lisbon", { head }), { "content-type": "text/html" });
    const { url } = site;
    const sent = front.addFrom(`See ${url}/feed and again ${url}/feed or ${url}/gone, and ${url}/talks too`);
    await sent.acknowledged();
    await until(() => expect(sent.answers()).toHaveLength(3));
    const words = sent
      .answers()
      .map((answer) => answer.words)
      .join("\n");
    expect(words).toContain("You now follow The Harbour Gazette.");
    expect(words).toContain(`I added nothing. ${new URL(url).host} has nothing at this address (404).`);
    expect(words).toContain("The article “Talks in Lisbon” was stored.");
    const stored = await desk.store.articles.load(front.workspaceId, [`${url}/talks`]);
    expect(stored.map(({ text }) => text)).toEqual([expect.stringContaining("Dispatch Talks in Lisbon from the harbour.")]);
    expect((await followed()).map((source) => source.url)).toEqual([`${url}/feed`]);
  });

  it("are asked for where the message has no link, with what to do, and nothing is added", async () => {
    for (const message of ["nothing here", "see gazette.example/feed", "ftp://gazette.example/feed"]) {
      const { words } = await answerTo(front.addFrom(message));
      expect(words).toContain("This message has no link, so I added nothing.");
      expect(words).toContain("or type /sources add and the address.");
    }
    expect(await followed()).toEqual([]);
  });
});
