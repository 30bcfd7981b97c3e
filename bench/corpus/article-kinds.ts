import { seededRandom } from "./seeded-random.ts";

/** A pattern of an article: what stands in braces is filled in, and all else is the same in each article of its kind. */
export interface ArticleKind {
  event: EventKind;
  title: string;
  text: string;
}

/** What an article is about: a meeting in person, a call, or what one of them said. */
export type EventKind = "meeting" | "call" | "speech";

const TITLES: Record<EventKind, string[]> = {
  meeting: [
    "{a} and {b} discuss {t1} in {place}",
    "{oneFamily} meets {otherFamily} on {t1}",
    "{t1} bring {b} and {a} to {place}",
  ],
  call: ["{oneFamily} calls {otherFamily} over {t1}", "{a} and {b} speak about {t1}"],
  speech: ["{oneFamily} warns {b} over {t1}", "{a} wants new rules on {t1}", "{oneFamily} promises {t1} before summer"],
};

const LEADS: Record<EventKind, string[]> = {
  meeting: [
    "{oneOffice} {oneGiven} {oneFamily} of {a} met {otherOffice} {otherGiven} {otherFamily} of {b} in {place} on {day} to discuss {t1} and {t2}.",
    "{otherOffice} {otherGiven} {otherFamily} of {b} held talks with {oneOffice} {oneGiven} {oneFamily} of {a} in {place} on {day} about {t1}.",
    "On {day}, {oneOffice} {oneGiven} {oneFamily} of {a} met {otherOffice} {otherGiven} {otherFamily} of {b} in {place}. The talks focused on {t1} and the {w} of {w}.",
  ],
  call: [
    "{oneOffice} {oneGiven} {oneFamily} of {a} spoke by telephone with {otherOffice} {otherGiven} {otherFamily} of {b} on {day} about {t1} and {t2}.",
    "{otherOffice} {otherGiven} {otherFamily} of {b} and {oneOffice} {oneGiven} {oneFamily} of {a} spoke by telephone on {day} about {t1}.",
  ],
  speech: [
    "{oneOffice} {oneGiven} {oneFamily} of {a} said on {day} that {t1} needed a new {w} before the summer. {otherOffice} {otherGiven} {otherFamily} of {b} disagreed.",
    "{a} will write new rules on {t1}, {oneOffice} {oneGiven} {oneFamily} said in {place}. {otherOffice} {otherGiven} {otherFamily} of {b} welcomed the {w}.",
  ],
};

const BODY = [
  '"We have waited {n} years for an agreement on {t1}," {oneFamily} said. "It is time to write the {w} down."',
  '{otherFamily} called the {w} "a fair balance between our two countries" and invited the ministers of {c} to join them.',
  "Officials said that the {w} on {t2} was almost finished, and that a working group would look at the {w} and the {w} before the summer.",
  "According to the ministry in {a}, sales of {w} and {w} grew by {n} percent last year. The {w} has asked for clearer {w}, and so has the {w}.",
  '"Nobody in {b} will accept a {w} without a {w}," {otherFamily} said. "The {w} is what people ask me about in the harbour."',
  "The {w} cost {n} million last year, most of it for the {w} and for the {w} of the {w}. In {c} the same {w} cost far less.",
  "{oneFamily} said that the {w} would open the {w} to {c} as soon as the {w} allowed it.",
  "Critics say that the {w} comes too late for the {w}. They point to the {w} that {c} closed, and to the {w} behind the {w}.",
  'Asked about {t2}, {otherFamily} said: "We will publish the {w} with the {w}, and the {w} will decide."',
  "The {w} employs {n} thousand people. Its {w}, its {w} and its {w} have hardly changed since the {w} was built.",
  "A {w} of the two sides will look at {t2}, at the {w} and at the {w}. It reports to the {w} in {place2}.",
];

/** Kinds of articles, the same for the same seed. Each slot that may come again has a number: {w3} is one word wherever it stands. */
export function makeKinds(count: number): ArticleKind[] {
  const random = seededRandom(11);
  const events: EventKind[] = ["meeting", "meeting", "call", "speech", "speech"];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => {
    const event = pick(events);
    const body = [...BODY].map((paragraph) => ({ paragraph, at: random() })).sort((a, b) => a.at - b.at);
    const paragraphs = body.slice(0, 6 + Math.floor(random() * 4)).map(({ paragraph }) => paragraph);
    const text = numbered([pick(LEADS[event]), ...paragraphs].join("\n\n"), random);
    return { event, title: pick(TITLES[event]), text };
  });
}

/** One in so many words is one that stood before. */
const AGAIN = 0.15;

function numbered(text: string, random: () => number): string {
  const last = { w: 0, n: 0 };
  return text.replace(/\{([wn])\}/g, (_, slot: "w" | "n") => {
    if (slot === "w" && last.w > 0 && random() < AGAIN) return `{w${1 + Math.floor(random() * last.w)}}`;
    last[slot] += 1;
    return `{${slot}${last[slot]}}`;
  });
}
