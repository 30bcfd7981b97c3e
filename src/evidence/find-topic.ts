import { nameKey } from "../domain/evidence/fold-name.ts";
import type { SavedTopic } from "../domain/evidence/saved-topic.ts";
import type { StoreReaders } from "../domain/sources/readers.ts";
import { type NamedTopic, type PlainTopic, parseTopic, type Topic } from "./parse-topic.ts";
import type { FindPerson } from "./topic-side.ts";

/** Finds what a typed topic means in a workspace: a saved topic of that name, else what `parseTopic` reads. Null if empty. */
export async function findTopic(
  { people, savedTopics }: Pick<StoreReaders, "people" | "savedTopics">,
  workspaceId: string,
  typed: string,
): Promise<Topic | null> {
  const findPerson: FindPerson = async (name) => (await people.byName(workspaceId, name, 1))[0] ?? null;
  const key = nameKey(typed);
  const saved = key === "" ? null : await savedTopics.byKey(workspaceId, key);
  return saved === null ? parseTopic(typed, findPerson) : readSaved(saved, findPerson);
}

/** A saved topic as its members and exclusions are read today. */
export async function readSaved({ name, members, exclusions }: SavedTopic, findPerson: FindPerson): Promise<NamedTopic> {
  const parse = async (typed: string[]): Promise<PlainTopic[]> =>
    (await Promise.all(typed.map((each) => parseTopic(each, findPerson)))).filter((topic) => topic !== null);
  const topics = exclusions.filter(({ kind }) => kind === "topic").map(({ text }) => text);
  const publishers = exclusions.filter(({ kind }) => kind === "publisher").map(({ text }) => text);
  return {
    kind: "saved",
    text: name,
    label: name,
    members: await parse(members),
    excluded: { topics: await parse(topics), publishers },
  };
}
