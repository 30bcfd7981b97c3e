import type { MeetingQuery, Wanted } from "../../domain/sources/readers.ts";
import { sourceIds } from "../../evidence/find-sources.ts";
import { meetingsOn, meetingsOnMembers } from "../../evidence/meetings-on.ts";
import { parseParties } from "../../evidence/parse-parties.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { findPerson, type InStore, topicOf } from "../command-context.ts";

const MAX_ARTICLES = 500;

/** What a command on meetings was asked about. */
export interface AskedMeetings {
  /** Null where everything is meant. */
  topic: Topic | null;
  /** The topic as people read it. */
  label: string | null;
  /** Behind "no meeting" : "of Modi and Kishida", "on the quad", or "". */
  spoken: string;
  /** What any of the meetings is asked for by. */
  asked: Wanted<MeetingQuery>[];
}

/** Reads a topic, a person or several parties. Two people are both meant: a list of either's meetings would not say when they met. */
export async function readAskedMeetings(context: InStore, about: string | undefined): Promise<AskedMeetings> {
  const topic = about === undefined ? null : await topicOf(context, about);
  if (topic === null) return { topic, label: null, spoken: "", asked: [{}] };
  const parties = await parseParties(topic, (name) => findPerson(context, name));
  const on = topic.kind === "person" ? "of" : "on";
  if (parties === null)
    return { topic, label: topic.label, spoken: ` ${on} ${topic.label}`, asked: await askedOn(context, topic) };
  const { label, people, countries } = parties;
  const asked = { personIds: people.map(({ id }) => id), ...(countries.length === 0 ? {} : { allCountries: countries }) };
  return { topic, label, spoken: ` of ${label}`, asked: [asked] };
}

/** Of a saved topic what each member asks for. */
async function askedOn({ store, workspaceId }: InStore, topic: Topic): Promise<Wanted<MeetingQuery>[]> {
  if (topic.kind === "saved") return meetingsOnMembers(store.articles, workspaceId, { topic, limit: MAX_ARTICLES });
  if (topic.kind === "person") return [meetingsOn(topic, [])];
  return [meetingsOn(topic, await sourceIds(store.articles, workspaceId, { topic, limit: MAX_ARTICLES }))];
}
