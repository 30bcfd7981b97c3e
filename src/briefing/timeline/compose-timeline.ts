import type { Citation } from "../../domain/evidence/records.ts";
import type { Candidate, DayStatus, TimelineDay } from "./timeline.ts";

/** From so much on a day mattered. */
const MATTERS = 2;
/** What a further independent publisher adds, up to so many. */
const PUBLISHER = 0.5;
const MOST_PUBLISHERS = 4;
const IN_WORDS = 0.4;
/** Where fewer days matter, what is only reported is told as well. */
const FEW_DAYS = 3;
const MOST_CITED = 4;
/** Of what a day is told by. */
const ORDER: Readonly<Record<DayStatus, number>> = { held: 0, planned: 1, said: 2 };

interface Composing {
  /** ISO date: what was planned for an earlier day and is not reported is past. */
  today: string;
  since?: string;
  until?: string;
}

/** The days that mattered, earliest first, each with the line that tells most of it. */
export function composeTimeline(candidates: readonly Candidate[], { today, since, until }: Composing): TimelineDay[] {
  const asked = candidates.filter(
    ({ date, status, isMeeting }) =>
      (since === undefined || date >= since) &&
      (until === undefined || date <= until) &&
      // Of a plan whose day went by without a report only a meeting is told.
      (status !== "planned" || date >= today || isMeeting === true),
  );
  const days = [...groupByDay(asked)].map(([date, group]) => tellDay(date, group));
  const mattering = days.filter(({ weight }) => weight >= MATTERS);
  const told = mattering.length >= FEW_DAYS ? mattering : [...days].sort((a, b) => b.weight - a.weight).slice(0, FEW_DAYS);
  return told.sort((a, b) => a.date.localeCompare(b.date));
}

function groupByDay(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const days = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = days.get(candidate.date) ?? [];
    group.push(candidate);
    days.set(candidate.date, group);
  }
  return days;
}

function tellDay(date: string, group: Candidate[]): TimelineDay {
  const isHeld = group.some(({ status }) => status === "held");
  // A plan for a day of which something is reported was its announcement.
  const candidates = isHeld ? group.filter(({ status, isCancelled }) => status !== "planned" || isCancelled === true) : group;
  const worth = new Map(candidates.map((each) => [each, worthOf(each, candidates)]));
  const sorted = [...candidates].sort((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0) || ORDER[a.status] - ORDER[b.status]);
  const [best] = sorted;
  if (best === undefined) throw new Error(`Nothing tells of ${date}.`);
  const publishers = new Set(candidates.filter(({ status }) => status === best.status).flatMap((each) => [...each.publishers]));
  const { text, status, isCancelled, maybeHeld, weight } = best;
  return {
    date,
    text: textOf(best, candidates) ?? text,
    status,
    ...(isCancelled === true ? { isCancelled } : {}),
    ...(maybeHeld === true ? { maybeHeld } : {}),
    citations: citationsOf(best, candidates),
    weight: weight + PUBLISHER * Math.min(MOST_PUBLISHERS, publishers.size - 1),
  };
}

/** What several publishers tell, and what can be told in an article's words, goes first. */
function worthOf(candidate: Candidate, all: Candidate[]): number {
  const { weight, publishers } = candidate;
  return (
    weight + PUBLISHER * Math.min(MOST_PUBLISHERS, publishers.size - 1) + (sentenceFor(candidate, all) === null ? 0 : IN_WORDS)
  );
}

/** A meeting is told in the words of a sentence on the topic that reports it, where there is one. */
function textOf(best: Candidate, candidates: Candidate[]): string | null {
  return sentenceFor(best, candidates)?.text ?? null;
}

function sentenceFor(best: Candidate, candidates: Candidate[]): Candidate | null {
  const isOfBest = ({ status, citations }: Candidate) =>
    status === best.status && citations.some((one) => best.citations.some((other) => touch(one, other)));
  return candidates.find((each) => each !== best && !isTitled(each) && isTitled(best) && isOfBest(each)) ?? null;
}

/** A meeting's title is no words of its passages. */
function isTitled({ text, citations }: Candidate): boolean {
  return !citations.some((citation) => citation.text.replace(/\s+/g, " ").includes(text));
}

function citationsOf(best: Candidate, candidates: Candidate[]): Citation[] {
  const sentence = sentenceFor(best, candidates);
  const cited = new Map<string, Citation>();
  // The words of the line come first: their article says what its weekdays are.
  for (const citation of [...(sentence?.citations ?? []), ...best.citations])
    if (!cited.has(citation.articleId)) cited.set(citation.articleId, citation);
  return [...cited.values()].slice(0, MOST_CITED);
}

function touch(one: Citation, other: Citation): boolean {
  return one.articleId === other.articleId && one.start < other.end && other.start < one.end;
}
