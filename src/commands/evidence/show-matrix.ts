import { type MetPair, MOST_SIDES, pairMeetings } from "../../briefing/pair-meetings.ts";
import { sourceInline, sourcesOf } from "../../documents/blocks.ts";
import { describeMatrix, drawMatrix, timesWords } from "../../documents/pictures/draw-matrix.ts";
import type { Look } from "../../documents/pictures/picture-parts.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { showDateSpan } from "../../domain/chat/show-date.ts";
import type { MeetingRecord } from "../../domain/evidence/records.ts";
import { findMeetings } from "../../evidence/find-meetings.ts";
import type { Topic } from "../../evidence/parse-topic.ts";
import { countryName } from "../../extract/countries.ts";
import { type CommandContext, findPerson, reply } from "../command-context.ts";
import type { Period } from "../typed/bounds.ts";
import { showPeriod, spaced, withPeriod } from "../typed/show-period.ts";
import type { AskedMeetings } from "./asked-meetings.ts";
import { pictureOf } from "./picture-of.ts";

/** So many names are readable beside each other on a phone. */
const MOST_NAMES = 8;
const MOST_LINES = 12;
const MOST_MEETINGS = 2000;
/** Whose country is looked up. */
const MOST_PEOPLE = 60;

interface Shown extends AskedMeetings {
  period: Period;
  picture: Extract<Intent, { kind: "meetings" }>["picture"];
}

/** Who met whom, and how often: a picture where there can be one, and a line for each pair with its last meeting and sources. */
export async function showMatrix(context: CommandContext, shown: Shown): Promise<Reply> {
  const { store, workspaceId } = context;
  const { topic, label, spoken, asked, period } = shown;
  const held = asked.map((each) => ({ ...each, status: "held" as const }));
  const meetings = await findMeetings(store.meetings, workspaceId, { asked: held, limit: MOST_MEETINGS, offset: 0 });
  const met = pairMeetings(meetings, { ...(await namingOf(context, topic, meetings)), most: MOST_NAMES });
  const lines = met.pairs.slice(0, MOST_LINES);
  const cited = lines.flatMap(({ meetings: [last] }) => last?.evidence.slice(0, 1).map(({ articleId }) => articleId) ?? []);
  const sources = sourcesOf(await store.articles.load(workspaceId, [...new Set(cited)]));
  const blocks: Block[] =
    lines.length === 0
      ? [paragraph(text(`No meeting of two${spoken}${spaced(showPeriod(period))} is known.`))]
      : [{ type: "list", items: lines.map((pair) => pairInlines(pair, (last) => sourcesIn(last))) }];
  if (lines.length > 0)
    blocks.push({ type: "footer", inlines: [text(leftOutWords(met.leftOut, met.pairs.length - lines.length))] });
  const title = withPeriod(label === null ? "Who met whom" : `Who met whom: ${label}`, period);
  const data = met.pairs.map(({ sides, meetings: theirs }) => ({
    sides,
    meetings: theirs.map(({ id }) => id),
    first: theirs.at(-1)?.date?.start ?? null,
    last: theirs[0]?.date?.end ?? null,
  }));
  const draw = (look: Look) => drawMatrix(title, met, look);
  const drawing = { name: "who-met-whom", title, alt: describeMatrix(title, met), draw };
  const picture = met.names.length < 3 ? undefined : await pictureOf(context, drawing, shown.picture);
  return { ...reply({ title, audience: "channel", blocks, detail: [] }, data, topic?.text ?? null), picture };

  function sourcesIn({ evidence: [first] }: MeetingRecord): Inline[] {
    return first === undefined ? [] : [sourceInline(first, sources)];
  }
}

/** Over all that is stored countries met; on a person or two sides it is the people, of whom two for one country are no pair. */
async function namingOf(context: CommandContext, topic: Topic | null, meetings: MeetingRecord[]) {
  if (topic === null || !isOfPeople(topic))
    return {
      sidesOf: ({ countries }: MeetingRecord) => countries.map((code) => countryName(code) ?? code),
      isOneSide: () => false,
    };
  const names = new Set(meetings.flatMap(peopleAt));
  const states = new Map<string, string>();
  for (const name of [...names].slice(0, MOST_PEOPLE)) {
    const country = (await findPerson(context, name))?.roles.findLast((role) => role.country !== null)?.country;
    if (country !== undefined && country !== null) states.set(name, country);
  }
  return {
    sidesOf: peopleAt,
    isOneSide: (a: string, b: string) => states.has(a) && states.get(a) === states.get(b),
  };
}

function isOfPeople(topic: Topic): boolean {
  return topic.kind === "person" || topic.kind === "pair" || (topic.kind === "countries" && topic.codes.length === 2);
}

function peopleAt({ participants }: MeetingRecord): string[] {
  return participants.flatMap(({ name, kind }) => (kind === "person" ? [name] : []));
}

function pairInlines({ sides, meetings }: MetPair, cite: (meeting: MeetingRecord) => Inline[]): Inline[] {
  const [last] = meetings;
  const often = timesWords(meetings.length);
  const when =
    last === undefined || last.date === null ? "" : `, ${meetings.length === 1 ? "" : "last "}${showDateSpan(last.date)}`;
  const where = last?.place === undefined || last.place === null || when === "" ? "" : ` in ${last.place}`;
  return [text(sides.join(" and "), "strong"), text(`: ${often}${when}${where} `), ...(last === undefined ? [] : cite(last))];
}

function leftOutWords(gatherings: number, pairs: number): string {
  const large = gatherings === 0 ? "" : ` ${gatherings === 1 ? "One is" : `${gatherings} are`} left out.`;
  const more = pairs <= 0 ? "" : ` ${pairs === 1 ? "One more pair" : `${pairs} more pairs`} met.`;
  return `Counted are held meetings and calls of up to ${MOST_SIDES}: being at a larger gathering or a conference is not meeting.${large}${more}`;
}
