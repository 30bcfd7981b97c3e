import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore, type Store } from "../../../../src/adapters/prisma/open-store.ts";
import { type Commands, createCommands } from "../../../../src/commands/create-commands.ts";
import { createDesk } from "../../../../src/commands/digests/create-desk.ts";
import type { Asker, Desk } from "../../../../src/domain/chat/chat.ts";
import type { Citation } from "../../../../src/domain/evidence/records.ts";
import type { Draft, WritingTask } from "../../../../src/domain/model/language-model.ts";
import { ingestArticles } from "../../../../src/ingest/ingest-articles.ts";
import { createModelWriter } from "../../../../src/model/create-model-writer.ts";
import { temporaryFolder } from "../../../adapters/prisma/temporary-database.ts";
import { DESK_ARTICLES } from "../../../fakes/desk-articles.ts";
import { articleOf, extract } from "../../../fakes/evidence.ts";
import { createFakeModel, createMemoryCache, createMemoryLedger, draftOf, numberOf } from "../../../fakes/language-model.ts";

const WORKSPACE = "terminal";
const CLOCK = { now: () => Date.parse("2024-03-08T12:00:00Z") };
const ASKER: Asker = {
  platform: "slack",
  workspaceId: WORKSPACE,
  channelId: "C1",
  threadId: null,
  userId: "U1",
  isManager: false,
  isMember: true,
  timeZone: null,
};

async function ingestAll(store: Store): Promise<void> {
  async function* read() {
    for (const article of DESK_ARTICLES) yield { kind: "article" as const, article };
  }
  const deps = { store: store.evidence, extract, clock: CLOCK };
  for await (const result of ingestArticles(deps, { workspaceId: WORKSPACE, articles: read() }))
    expect(result.status).toBe("new");
}

function fail(error: unknown): never {
  throw error;
}

describe("/ask", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let commands: Commands;

  beforeAll(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    await ingestAll(store);
    commands = createCommands({ store, clock: CLOCK, wakeDigests: () => {} });
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  async function ask(question: string, askedAt?: string) {
    const { data, document } = await commands.answer(WORKSPACE, { kind: "ask", question, askedAt });
    return { ...(data as { answer: string | null; citations: Citation[] }), document };
  }

  it.each([
    ["where did Moreira and Solberg sign the accord?", "Lisbon"],
    ["how many officials are in the working group?", "12 officials"],
    ["who would host a conference on the Arctic?", "France"],
    ["where would Norway open a consulate?", "Porto"],
  ])("answers %j out of the articles, every sentence cited with its own characters", async (question, held) => {
    const { answer, citations } = await ask(question);
    expect(answer).toContain(held);
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, start, end, text } of citations) {
      const article = DESK_ARTICLES.find((each) => each.id === articleId);
      expect(article?.text.slice(start, end)).toBe(text);
      expect(answer).toContain(text);
    }
  });

  it("tells of which day a passage's own 'today' is, and leaves the passage as it is", async () => {
    const text = "The mayor of Tromso, Ida Berg, today reopened the cable car to the summit of Storsteinen.";
    async function* read() {
      yield { kind: "article" as const, article: { ...articleOf({ text }), id: "cable-car", publishedAt: "2023-06-14" } };
    }
    const deps = { store: store.evidence, extract, clock: CLOCK };
    for await (const { status } of ingestArticles(deps, { workspaceId: "tromso", articles: read() })) expect(status).toBe("new");
    const { data, document } = await commands.answer("tromso", {
      kind: "ask",
      question: "who reopened the cable car to Storsteinen?",
      askedAt: undefined,
    });
    expect(data).toMatchObject({ answer: text });
    expect(JSON.stringify(document.blocks)).toContain("Ida Berg, today [14 June 2023] reopened");
  });

  it.each([["who won the chess tournament in Baku?"], ["how many submarines did Norway order from Sweden?"]])(
    "says that %j is not in its sources",
    async (question) => {
      const { answer, citations, document } = await ask(question);
      expect(answer).toBeNull();
      expect(citations).toEqual([]);
      expect(JSON.stringify(document.blocks)).toContain("Not in my sources.");
    },
  );

  it("tells of one matter that two discussed, and of no other where their reports lack it", async () => {
    const told = await ask("what did Moreira and Solberg agree on in Oslo?");
    expect(told.answer).toContain("They agreed to look for a common line on fisheries.");
    const { answer, document } = await ask("what did Moreira and Solberg discuss about submarines?");
    expect(answer).toBeNull();
    expect(JSON.stringify(document.blocks)).toContain("Not in my sources.");
  });

  it("answers both things that are asked, and says which one no article holds", async () => {
    const both = await ask("where and when did Moreira and Solberg meet in 2023?");
    expect(both.answer).toMatch(/^14 November 2023, Oslo: /);
    expect(JSON.stringify(both.document.blocks)).not.toContain("I found no article");
    const half = await ask("how many officials are in the working group, and who chairs it?");
    expect(half.answer).toContain("12 officials");
    expect(JSON.stringify(half.document.blocks)).toContain("I found no article that answers “who chairs it”.");
    expect((await ask("how many submarines did Norway order, and who chairs the yard?")).answer).toBeNull();
  });

  it("tells how long two met by a report of their meeting, and says where nothing tells who else was there", async () => {
    const text =
      "Kenyan President Peter Otieno met Ghanaian President Ama Owusu in Accra on Thursday. The hourlong meeting of Otieno and Owusu was about cocoa. " +
      "The ferry strike has lasted ten weeks.";
    async function* read() {
      yield { kind: "article" as const, article: { ...articleOf({ text }), id: "accra", publishedAt: "2024-03-01" } };
    }
    const deps = { store: store.evidence, extract, clock: CLOCK };
    for await (const { status } of ingestArticles(deps, { workspaceId: "accra", articles: read() })) expect(status).toBe("new");
    const told = async (question: string) => {
      const { data, document } = await commands.answer("accra", { kind: "ask", question });
      return `${(data as { answer: string | null }).answer} ${JSON.stringify(document.blocks)}`;
    };
    expect(await told("How long did Otieno and Owusu meet?")).toContain("hourlong meeting");
    expect(await told("Who else took part in the meeting of Otieno and Owusu?")).toContain("“who else was there”");
  });

  it.each([
    ["When did Moreira meet Quimby?", "No article has the name “Quimby”."],
    ["What did Solbreg say about cod?", "Did you mean Solberg?"],
    ["When did Moreira meet Solberg since 2025?", "The newest article that names Ana Moreira and Erik Solberg is of"],
    ["Who met Moreira from May 2023 to March 2023?", "May 2023 comes after March 2023."],
    ["When did Moreira meet Solberg Lund?", "The newest of my 4 articles"],
    ["Wann hat Moreira Solberg getroffen?", "I read questions in English only."],
    ["Where will Moreira meet Solberg in 2031?", "2031 is still to come"],
  ])("says why %j has no answer", async (question, why) => {
    const { answer, document } = await ask(question);
    expect(answer).toBeNull();
    expect(JSON.stringify(document.blocks)).toContain(why);
  });

  it("takes thanks for no question", async () => {
    expect(JSON.stringify((await ask("thanks!")).document.blocks)).toContain("You’re welcome.");
    expect(JSON.stringify((await ask("ok")).document.blocks)).toContain("Noted.");
  });

  it("does not answer a question about this week out of last year's articles", async () => {
    expect((await ask("how many officials are in the working group this week?")).answer).toBeNull();
    expect((await ask("which accord did Portugal and Norway sign this week?")).answer).toContain("fisheries");
  });

  it("looks at nothing that was published after the day of the question", async () => {
    expect((await ask("where would Norway open a consulate?", "2024-03-05")).answer ?? "").not.toContain("Porto");
  });

  it.each([
    ["when did Moreira last meet Solberg?", ["4 March 2024, Lisbon"]],
    ["when did Moreira and Solberg first meet?", ["14 November 2023, Oslo"]],
    ["when did moreira meet solberg?", ["4 March 2024, Lisbon", "14 November 2023, Oslo"]],
    ["who did Solberg meet in Geneva?", ["9 February 2024, Geneva"]],
    ["what did Moreira say about Ukraine?", ["Ana Moreira, 5 March 2024"]],
    ["did Moreira meet Solberg in 2023?", ["14 November 2023, Oslo"]],
    [
      "how many times did Moreira and Solberg meet?",
      ["1 of 2 that are reported: 4 March 2024, Lisbon", "2 of 2 that are reported: 14 November 2023, Oslo"],
    ],
    ["what did Duval say?", ["Clara Duval, 10 February 2024", "Clara Duval, 10 February 2024"]],
  ])("puts the fact first: %j", async (question, facts) => {
    const { document, answer } = await ask(question);
    const [list] = document.blocks.filter((block) => block.type === "list");
    const strong = list?.items.map(([first]) => (first?.type === "text" && first.emphasis === "strong" ? first.text : null));
    expect(strong).toEqual(facts);
    expect(answer?.startsWith(`${facts[0]}: `)).toBe(true);
  });

  it("says who somebody is and who holds an office, as of the newest article that tells it", async () => {
    expect((await ask("who is Solberg?")).answer).toMatch(/^Erik Solberg \(.*Norway\), as of \d+ \p{L}+ 2024: /u);
    expect((await ask("who is the president of Chile?")).answer).toBeNull();
  });

  it("lets nobody say what others said, and says so of whoever said nothing on the matter", async () => {
    expect((await ask("what did Solberg say about Ukraine?")).answer).toBeNull();
    expect((await ask("what did Solberg say about fish?")).answer ?? "").not.toContain("one ocean");
    expect((await ask("when did Duval meet Moreira?")).answer).toBeNull();
    expect((await ask("when will Moreira and Solberg meet next?")).answer).toBeNull();
  });

  it("lets each of two say theirs", async () => {
    const { answer } = await ask("what did Moreira and Solberg say about the accord and the cod?");
    expect(answer).toContain("one ocean");
    expect(answer).toContain("fewer of them than of treaties");
  });

  it("says where articles differ on a figure, the newest first", async () => {
    const { answer, document } = await ask("how many tonnes of mackerel is the quota?");
    expect(answer?.indexOf("45,000")).toBeLessThan(answer?.indexOf("40,000") ?? 0);
    const notice = document.blocks.find((block) => block.type === "notice");
    expect(notice).toMatchObject({
      text: "The articles disagree: Valley Post says 45,000 tonnes, The Harbour Gazette says 40,000 tonnes.",
    });
  });

  it("names the nearest thing it holds where it holds no answer, and its day", async () => {
    const { document } = await ask("which bank pays for the fisheries accord of Norway and Portugal?");
    expect(JSON.stringify(document.blocks)).toMatch(/The closest passage, of \d+ \p{L}+ \d{4}: /u);
  });

  it("says what it looked through, and shows nothing that shares one word with the question", async () => {
    const { document } = await ask("how many submarines did Norway order from Sweden?");
    const shown = JSON.stringify(document.blocks);
    expect(shown).toContain("Not in my sources. No article names Norway and Sweden together.");
    expect(JSON.stringify((await ask("how many whales were counted?")).document.blocks)).toContain(
      "Not in my sources. The newest of my 4 articles is of 6 March 2024.",
    );
    expect(shown).not.toContain("The closest passage");
  });
});

describe("a thread", () => {
  let place: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let desk: Desk;
  let thread = 0;

  beforeAll(async () => {
    place = temporaryFolder();
    store = await openStore({ url: `file:${place.path("store.db")}` });
    await ingestAll(store);
    desk = createDesk({ store, conversations: store.conversations, clock: CLOCK, onFailure: fail });
  });

  afterAll(async () => {
    await store.close();
    place.remove();
  });

  /** The replies to questions that follow one another in a new thread on a topic. */
  async function talk(topic: string | null, questions: string[]) {
    const threadId = `T${++thread}`;
    await desk.openThread(WORKSPACE, threadId, topic);
    const said: { answer: string | null; readAs?: string }[] = [];
    for (const [at, question] of questions.entries()) {
      const reply = await desk.followUp({ asker: { ...ASKER, threadId }, questionId: `${threadId}-${at}`, question });
      said.push(reply.data as { answer: string | null; readAs?: string });
    }
    return said;
  }

  it("knows who is meant by he, she and they", async () => {
    const [, saying] = await talk("portugal-norway", [
      "when did Moreira last meet Solberg?",
      "and what did she say about Ukraine?",
    ]);
    expect(saying?.answer).toContain("two hundred engineers");
    expect(saying?.readAs).toBe("what did Ana Moreira say about Ukraine?");
    const [, meeting] = await talk(null, ["when did Moreira meet Solberg?", "where did they meet in 2023?"]);
    expect(meeting?.answer).toMatch(/^14 November 2023, Oslo: /);
  });

  it("goes back from meeting to meeting", async () => {
    const answers = await talk("portugal-norway", [
      "when did Moreira last meet Solberg?",
      "when was the one before?",
      "and the one before that?",
    ]);
    expect(answers.map((each) => each.answer?.slice(0, 15) ?? null)).toEqual(["4 March 2024, L", "14 November 202", null]);
  });

  it("takes a bare name or matter as the last question asked anew", async () => {
    const [first, duval, arctic] = await talk(null, [
      "what did Solberg say about fisheries?",
      "and Duval?",
      "and about the Arctic?",
    ]);
    expect(first?.answer).toContain("cod");
    expect(duval?.readAs).toBe("what did Clara Duval say about fisheries?");
    expect(duval?.answer).toBeNull();
    expect(arctic?.answer).toContain("conference on the Arctic");
  });

  it("reads a question that names nothing with the thread's topic", async () => {
    const [figure] = await talk("portugal-norway", ["how many officials are in the working group?"]);
    expect(figure?.answer).toContain("12 officials");
    const [, where] = await talk("portugal-norway", ["which accord did Portugal and Norway sign?", "where was it signed?"]);
    expect(where?.answer).toContain("Lisbon");
  });

  it("asks the last question anew with another word that asks, of the day that was answered", async () => {
    const [, where] = await talk(null, ["when did Moreira last meet Solberg?", "where was that?"]);
    expect(where?.readAs).toBe("Where did Moreira meet Solberg on 4 March 2024?");
    expect(where?.answer).toMatch(/^4 March 2024, Lisbon: /);
  });

  it("puts another in the place of the one who was met", async () => {
    const [, duval] = await talk(null, ["when did Solberg meet Moreira?", "and Duval?"]);
    expect(duval?.readAs).toBe("when did Solberg meet Clara Duval?");
    expect(duval?.answer).toMatch(/^9 February 2024, Geneva: /);
  });

  it("takes the one country of the topic for whose minister is asked for", async () => {
    const [minister] = await talk("norway", ["who is their foreign minister?"]);
    expect(minister?.readAs).toBe("who is Norway's foreign minister?");
    expect(minister?.answer).toMatch(/^Erik Solberg /);
  });

  it("takes a bare pronoun as somebody whom the thread has named and the last question has not", async () => {
    const [, , duval] = await talk(null, ["where did Solberg meet Duval?", "what did Solberg say about fisheries?", "and her?"]);
    expect(duval?.readAs).toBe("what did Clara Duval say about fisheries?");
    expect(duval?.answer).toBeNull();
    const [, nobody] = await talk(null, ["what did Solberg say about fisheries?", "and her?"]);
    expect(nobody?.answer ?? null).toBeNull();
  });

  it("asks for another measure of what was last asked about", async () => {
    const [, many] = await talk(null, ["how long is the quota of mackerel in tonnes?", "and how much?"]);
    expect(many?.readAs).toBe("how much is the quota of mackerel in tonnes?");
    expect(many?.answer).toContain("tonnes");
  });

  it("means the topic's countries by the two countries", async () => {
    const [reply] = await talk("portugal-norway", ["how many submarines did the two countries order from Sweden?"]);
    expect(reply?.readAs).toBe("how many submarines did Portugal and Norway order from Sweden?");
    expect(reply?.answer).toBeNull();
  });

  describe("with a language model", () => {
    /** The requests that arrive at a scripted model for questions that follow one another, and what is shown of the last. */
    async function talkToModel(topic: string | null, questions: string[], draft: (task: WritingTask) => Partial<Draft>) {
      const model = createFakeModel((task) => draftOf(draft(task)));
      const deps = {
        prose: "checked" as const,
        model,
        ledger: createMemoryLedger(),
        cache: createMemoryCache(),
        clock: CLOCK,
        deadlineMs: 10_000,
      };
      const writer = createModelWriter({
        ...deps,
        cap: { tokens: null, costMicros: null },
        onTrouble: fail,
        onCut: fail,
        concurrency: 4,
      });
      const asked = createDesk({ store, writer, conversations: store.conversations, clock: CLOCK, onFailure: fail });
      const threadId = `T${++thread}`;
      await asked.openThread(WORKSPACE, threadId, topic);
      let shown = "";
      for (const [at, question] of questions.entries()) {
        const reply = await asked.followUp({ asker: { ...ASKER, threadId }, questionId: `${threadId}-${at}`, question });
        shown = JSON.stringify(reply.document.blocks);
      }
      return { requests: model.shown, shown };
    }

    it("asks it of the person who is meant, and shows how the question was read", async () => {
      const { requests, shown } = await talkToModel(
        "portugal-norway",
        ["when did Moreira last meet Solberg?", "and what did she say about Ukraine?"],
        (task) =>
          task.about.startsWith("and")
            ? {
                points: [
                  {
                    text: "Portugal would send two hundred engineers, Ana Moreira said.",
                    sentences: [numberOf(task, "two hundred engineers")],
                  },
                ],
              }
            : {},
      );
      expect(requests[0]?.reading).toMatchObject({ people: ["Ana Moreira", "Erik Solberg"], beside: null });
      expect(requests[1]).toMatchObject({
        about: "and what did she say about Ukraine?",
        reading: { question: "what did Ana Moreira say about Ukraine?", people: ["Ana Moreira"], topic: null, asOf: null },
        turns: [{ question: "when did Moreira last meet Solberg?" }],
      });
      expect(shown).toContain("Read as: what did Ana Moreira say about Ukraine?");
    });

    it("shows it the articles on the person who is meant", async () => {
      const { requests } = await talkToModel(null, ["when did Moreira meet Solberg?", "and Duval?"], () => ({}));
      expect(requests[1]?.reading?.people).toContain("Clara Duval");
      expect(JSON.stringify(requests[1]?.articles)).toContain("Duval");
    });

    it("tells it the topic of a question that names nothing, and the day that this week is counted from", async () => {
      const { requests } = await talkToModel(
        "portugal-norway",
        ["how many officials are in the working group this week?"],
        () => ({}),
      );
      expect(requests[0]?.reading).toMatchObject({ topic: "portugal norway", asOf: "2024-03-08" });
    });

    it("tells it the day that the one before is counted from", async () => {
      const { requests } = await talkToModel(
        "portugal-norway",
        ["when did Moreira last meet Solberg?", "when was the one before?"],
        (task) => ({
          points: [{ text: "Ana Moreira met Erik Solberg in Lisbon on 4 March 2024.", sentences: [numberOf(task, "Lisbon")] }],
        }),
      );
      expect(requests[1]?.reading).toMatchObject({
        question: "when did Moreira last meet Solberg?",
        people: ["Ana Moreira", "Erik Solberg"],
        beside: { direction: "before", date: "2024-03-04" },
      });
    });

    it("is told no invisible characters of a question", async () => {
      const { requests } = await talkToModel(null, ["who\u200b met\u202e Solberg\u{E0041}?"], () => ({}));
      expect(requests[0]?.about).toBe("who met Solberg?");
      expect(requests[0]?.reading?.question).toBe("who met Solberg?");
    });
  });
});
