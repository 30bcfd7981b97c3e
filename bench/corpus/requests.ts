import type { Intent } from "../../src/domain/chat/intent.ts";
import { type CorpusEvent, generateCorpus } from "./generate-corpus.ts";
import { createWorld, type Official } from "./world.ts";

/** What somebody may ask of a corpus, with the words that a bare full-text query for the same would look for. */
export interface CorpusRequest {
  name: string;
  intent: Intent;
  words: string[];
}

/** So many events from the beginning are looked at for people who met. */
const LOOKED_AT = 400;
/** The corpus ends in these days. */
const LATE = "2025-10-01";

/** Briefings on what is common and on what is rare in a corpus of so many articles. */
export function briefingRequests(articles: number): CorpusRequest[] {
  const { countries, people, topics, words } = createWorld(articles);
  const [first, second] = [countries[0]?.name ?? "", countries[1]?.name ?? ""];
  const [rare, rarer] = [countries[45]?.name ?? "", countries[70]?.name ?? ""];
  const briefing = (name: string, topic: string, since?: string): CorpusRequest => ({
    name,
    intent: { kind: "briefing", topic, ...(since === undefined ? {} : { since }) },
    words: topic.split(/[- ]/),
  });
  return [
    briefing("pair, common", `${first}-${second}`),
    briefing("pair, rare", `${rare}-${rarer}`),
    briefing("pair, since", `${first}-${second}`, LATE),
    briefing("country, common", first),
    briefing("country, rare", rarer),
    briefing("country, since", first, LATE),
    briefing("bloc", "quad"),
    briefing("person, common", fullName(people[0])),
    briefing("person, rare", fullName(people.at(-40))),
    briefing("person, since", fullName(people[1]), LATE),
    briefing("words, common", topics[0] ?? ""),
    briefing("words, rare", topics.at(-1) ?? ""),
    briefing("word, common", words[1] ?? ""),
    briefing("word, rare", words[9000] ?? ""),
    briefing("words, since", topics[1] ?? "", LATE),
  ];
}

/** Questions of every kind that the local engine answers, and some that it must not. */
export function askRequests(articles: number): CorpusRequest[] {
  const { countries, people, topics, words } = createWorld(articles);
  const [meeting, call] = firstEvents(articles);
  const [most, next] = [people[0], people[1]];
  const ask = (name: string, question: string, asked: string[]): CorpusRequest => ({
    name,
    intent: { kind: "ask", question },
    words: asked.flatMap((each) => each.split(" ")),
  });
  const [one, other] = [meeting.one.family, meeting.other.family];
  return [
    ask("when, once", `When did ${fullName(meeting.one)} meet ${fullName(meeting.other)}?`, [one, other]),
    ask("when, by family names", `When did ${one} last meet ${other}?`, [one, other]),
    ask("when, common people", `When did ${most?.family} last meet ${next?.family}?`, [most?.family ?? "", next?.family ?? ""]),
    ask("when, countries", `When did ${countries[0]?.name} and ${countries[1]?.name} last hold talks?`, [
      countries[0]?.name ?? "",
      countries[1]?.name ?? "",
    ]),
    ask("where", `Where did ${one} and ${other} discuss ${meeting.topics[0]}?`, [one, meeting.topics[0]]),
    ask("who", `Who met ${fullName(meeting.one)} in ${meeting.place}?`, [one, meeting.place]),
    ask("who, called", `Who spoke by telephone with ${fullName(call.one)} about ${call.topics[0]}?`, [
      call.one.family,
      call.topics[0],
    ]),
    ask("who, common words", `Who called the ${words[0]} a fair balance?`, [words[0] ?? "", "balance"]),
    ask("what said, common", `What did ${most?.family} say about ${topics[0]}?`, [most?.family ?? "", topics[0] ?? ""]),
    ask("what said, rare", `What did ${fullName(people.at(-40))} say about ${topics[3]}?`, [
      people.at(-40)?.family ?? "",
      topics[3] ?? "",
    ]),
    ask("what said, any", `What did ${fullName(most)} say?`, [most?.family ?? "", "said"]),
    ask("how many, common", `How many thousand people does the ${words[0]} employ?`, [words[0] ?? "", "employs"]),
    ask("how many, rare", `How many thousand people does the ${words[9000]} employ?`, [words[9000] ?? "", "employs"]),
    ask("how much", `How much did the ${words[2]} cost in ${countries[0]?.name}?`, [words[2] ?? "", "cost"]),
    ask("percent", `By how many percent did sales of ${words[1]} and ${words[0]} grow?`, [words[1] ?? "", words[0] ?? ""]),
    ask("common words alone", "What will the ministers look at before the summer?", ["ministers", "summer"]),
    ask("no answer, name", "How many submarines did Norway order from Sweden?", ["norway", "sweden"]),
    ask("no answer, common", `Who won the chess championship in ${countries[0]?.name}?`, [
      "championship",
      countries[0]?.name ?? "",
    ]),
    ask("no answer, person", `What did ${fullName(most)} say about volcanoes?`, [most?.family ?? "", "volcanoes"]),
  ];
}

function fullName(person: Official | undefined): string {
  return person === undefined ? "" : `${person.given} ${person.family}`;
}

/** A meeting and a call that the corpus tells. */
function firstEvents(articles: number): [CorpusEvent, CorpusEvent] {
  const events: CorpusEvent[] = [];
  for (const event of generateCorpus(articles)) if (events.push(event) === LOOKED_AT) break;
  const [meeting, call] = [events.find(({ kind }) => kind === "meeting"), events.find(({ kind }) => kind === "call")];
  if (meeting === undefined || call === undefined) throw new Error("A corpus of so few articles tells no meeting or no call.");
  return [meeting, call];
}
