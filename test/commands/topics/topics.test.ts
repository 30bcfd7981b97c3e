import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../src/adapters/prisma/open-store.ts";
import { createDesk } from "../../../src/commands/digests/create-desk.ts";
import { collectNews } from "../../../src/digest/collect-news.ts";
import type { Desk } from "../../../src/domain/chat/chat.ts";
import { ingestArticles } from "../../../src/ingest/ingest-articles.ts";
import { temporaryFolder } from "../../adapters/prisma/temporary-database.ts";
import { DESK_ARTICLES } from "../../fakes/desk-articles.ts";
import { MANAGER, MEMBER } from "../../fakes/desk-asker.ts";
import { articleOf, extract } from "../../fakes/evidence.ts";
import { typed } from "../../fakes/typed.ts";

const ROWING = articleOf({
  id: "rowing",
  url: "https://valley-post.example/rowing",
  title: "Regatta in Porto",
  publisher: "Valley Post",
  publishedAt: "2024-03-07",
  text: "PORTO - Portugal and Norway opened a regatta in Porto on March 6. Norwegian crews won the rowing of the first day.",
});
const EVERYTHING = { period: null, told: {} };

describe("a desk's own topics", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;

  beforeEach(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    const clock = { now: () => Date.parse("2024-03-22T12:00:00Z") };
    const onFailure = (error: unknown) => {
      throw error;
    };
    desk = createDesk({ store, conversations: store.conversations, clock, onFailure });
    async function* read() {
      for (const article of [...DESK_ARTICLES, ROWING]) yield { kind: "article" as const, article };
    }
    const run = { workspaceId: MEMBER.workspaceId, articles: read() };
    for await (const result of ingestArticles({ store: store.evidence, extract, clock }, run)) expect(result.status).toBe("new");
  });

  afterEach(async () => {
    await store.close();
    place.remove();
  });

  const ask = async (line: string, asker = MANAGER) => JSON.parse(JSON.stringify(await desk.answer(asker, typed(line))));
  const said = async (line: string, asker = MANAGER): Promise<string> => JSON.stringify((await ask(line, asker)).document);
  const articlesOn = async (topic: string): Promise<string[]> =>
    (await ask(`/sources ${topic}`)).data.map(({ articleId, id }: { articleId?: string; id?: string }) => articleId ?? id).sort();

  it("hold the articles on any member, less those that name what is left out or are by a publisher that is", async () => {
    await ask("/topics add our waters = Norway, Portugal");
    expect(await articlesOn("our waters")).toEqual(["geneva", "lisbon", "lisbon-post", "oslo", "rowing"]);
    await ask("/topics change our waters = Norway, Portugal, not rowing, not France");
    expect(await articlesOn("our waters")).toEqual(["lisbon", "lisbon-post", "oslo"]);
    await ask("/topics change our waters = Norway, Portugal, not from the valley post, not Duval");
    expect(await articlesOn("our waters")).toEqual(["lisbon", "oslo"]);
  });

  it("are used by everybody wherever a topic is typed", async () => {
    await ask("/topics add mackerel desk = Norway-Portugal, fisheries, not from valley-post.example");
    const briefing = await ask("/briefing Mackerel Desk", MEMBER);
    expect(briefing.document.title).toBe("Briefing: mackerel desk");
    expect(briefing.data.summary[0].text).toContain("signed an accord on fisheries");
    expect(briefing.data.sources.map(({ publisher }: { publisher: string }) => publisher)).not.toContain("Valley Post");
    expect(await said("/meetings mackerel desk", MEMBER)).toContain("Lisbon");
    expect(await said("/meetings mackerel desk", MEMBER)).not.toContain("Geneva");
    expect(await said("/quotes mackerel desk", MEMBER)).toContain("one ocean");
    expect(await said("/quotes mackerel desk", MEMBER)).not.toContain("passport");
    expect(await desk.suggest(MEMBER.workspaceId, { what: "topic", typed: "mack", limit: 5 })).toEqual(["mackerel desk"]);
  });

  it("say how each part is read: a publisher by its articles, ISO codes as countries", async () => {
    const answer = await said("/topics add north = NO, Erik Solberg, offshore wind, not Valley Post, not rowing");
    expect(answer).toContain("Norway, Erik Solberg (person), offshore wind (words)");
    expect(answer).toContain("left out: rowing (words), Valley Post (publisher)");
    expect(await said("/topics show north", MEMBER)).toContain(
      "/attache topics change north = Norway, Erik Solberg, offshore wind, not from Valley Post, not rowing",
    );
  });

  it("name the members on which nothing is stored", async () => {
    expect(await said("/topics add north = Norway, Chile")).toContain("There are no articles on Chile yet.");
    expect(await said("/topics add south = Chile")).toContain("There are no articles on it yet.");
  });

  it.each([
    ["Japan", "is a country"],
    ["norway portugal", "is a pair of countries"],
    ["quad", "is a body"],
    ["africa", "is a region"],
    ["Erik Solberg", "is a person in your articles"],
    ["meetings", "is a command"],
    ["remove", "is a command"],
    ["this week", "would be read as a time"],
    ["talks at 08:00", "would be read as a time"],
    ["page 2", "would be read as a time"],
    ["42", "needs a name with letters"],
    ["o".repeat(61), "is too long"],
  ])("are not called %s", async (name, why) => {
    expect(await said(`/topics add ${name} = Norway`)).toContain(why);
    expect(await store.savedTopics.all(MANAGER.workspaceId)).toEqual([]);
  });

  it("have their limits said", async () => {
    expect(await said(`/topics add all = ${Array.from({ length: 21 }, (_, at) => `word${at}`).join(", ")}`)).toContain(
      "at most 20 members",
    );
    expect(
      await said(`/topics add all = Norway, ${Array.from({ length: 21 }, (_, at) => `not word${at}`).join(", ")}`),
    ).toContain("leaves out at most 20 things");
    expect(await said("/topics add all = not rowing")).toContain("Say what belongs to the topic as well");
    expect(await said("/topics add all = Norway, not Norway")).toContain("cannot both belong to a topic and be left out");
    for (let at = 0; at < 50; at++)
      await store.savedTopics.save(MANAGER.workspaceId, {
        name: `t${at}`,
        members: ["NO"],
        exclusions: [],
        setBy: "U9",
        setAt: "2024-03-22T12:00:00Z",
      });
    expect(await said("/topics add one more = Norway")).toContain("There are 50 saved topics, the maximum");
  });

  it("are not in each other, and not twice under one name", async () => {
    await ask("/topics add north = Norway");
    expect(await said("/topics add all = North, Portugal")).toContain("is a saved topic itself");
    expect(await said("/topics add North = Portugal")).toContain("There is a topic “north” already");
    expect(await said("/topics change south = Portugal")).toContain("There is no saved topic “south”");
  });

  it("are changed by managers alone", async () => {
    for (const line of ["add north = Norway", "change north = Norway", "remove north"])
      expect(await said(`/topics ${line}`, MEMBER)).toContain("Only people who manage this workspace may change saved topics");
    expect(await said("/topics", MEMBER)).toContain("No topic is saved here yet");
  });

  it("bring a digest that follows them what they hold today", async () => {
    await ask("/topics add north = Chile");
    await ask("/digest follow north at 08:00");
    const news = () => collectNews(store, { workspaceId: MANAGER.workspaceId, topics: ["north"], ...EVERYTHING });
    expect((await news()).stories).toEqual([]);
    expect(await said("/topics change north = Norway, not rowing")).toContain("A digest follows it: on north in C1");
    const { stories, topics } = await news();
    expect(topics[0]?.label).toBe("north");
    const told = stories.flatMap(({ fresh }) => fresh.map(({ id }) => id)).sort();
    expect(told).toEqual(["geneva", "lisbon", "lisbon-post", "oslo"]);
  });

  it("say what follows them before they go", async () => {
    await ask("/topics add north = Norway");
    await ask("/digest follow north, quad at 08:00");
    expect(await said("/topics remove north")).toContain("A digest follows it: on north, quad in C1");
    expect(await store.savedTopics.byKey(MANAGER.workspaceId, "north")).not.toBeNull();
    expect(await said("/topics remove north anyway")).toContain("I removed the topic “north”");
    expect(await store.savedTopics.byKey(MANAGER.workspaceId, "north")).toBeNull();
  });

  it("hold the answer to a question that names them, or that stands in their thread", async () => {
    await ask("/topics add our fish = fisheries, not from Valley Post");
    const question = "How many tonnes of mackerel a year does the fisheries accord set as a quota";
    expect(JSON.stringify((await ask(`/ask ${question}?`)).data.citations)).toContain("45,000");
    const { data, document, topic } = await ask(`/ask ${question} in our fish?`);
    expect(data.answer).toContain("40,000 tonnes");
    expect(JSON.stringify(data.citations)).not.toContain("45,000");
    expect(JSON.stringify(document)).toContain("Out of the articles on our fish.");
    expect(topic).toBe("our fish");
    const conversation = { topic: "our fish", turns: [] };
    const followUp = await desk.answer(MEMBER, { kind: "ask", question: `${question}?`, conversation });
    expect(JSON.stringify(followUp.data)).not.toContain("45,000");
  });

  it("are briefed on where nothing but their news is asked for", async () => {
    await ask("/topics add our fish = fisheries");
    expect((await ask("/ask what is new in our fish?", MEMBER)).document.title).toBe("Briefing: our fish");
  });

  it("leave out an article that a manager says is not on them, and on them alone", async () => {
    await ask("/topics add north = Norway");
    await ask("/correct article geneva off-topic north");
    expect(await articlesOn("north")).not.toContain("geneva");
    expect(await articlesOn("norway")).toContain("geneva");
  });
});
