import type { Candidate, Cluster } from "./cluster.ts";

/** How many sentences back somebody was introduced as speaking whose bare surname speaks again. */
const REACH_SENTENCES = 2;
const SPEAKS = new Set(["speaks", "speech before", "according to"]);

/**
 * Whose words "Kim said" brings, of several Kims: whoever was introduced as speaking, in full, just before; "nobody" where two were in one
 * sentence; null where nobody was, or where the text has called `first`, a Western namesake, by the bare surname before: of a couple the
 * bare surname stays with the one who had it.
 */
export function speakerOfSurname(bearers: readonly Cluster[], first: Cluster, candidate: Candidate): Cluster | "nobody" | null {
  if ((candidate.title?.role ?? null) !== null || !isSpeaking(candidate)) return null;
  const introduced = bearers.flatMap((cluster) => {
    const member = cluster.members.findLast((each) => isIntroduction(each, candidate));
    return member === undefined ? [] : [{ cluster, member }];
  });
  const last = introduced.sort((a, b) => b.member.span.start - a.member.span.start)[0];
  if (last === undefined) return null;
  const sentence = last.member.span.sentence.index;
  if (introduced.filter(({ member }) => member.span.sentence.index === sentence).length > 1) return "nobody";
  const isFamilyFirst = last.cluster.lead.words[0] === candidate.name.words[0];
  return isFamilyFirst || first.lastSingle < 0 ? last.cluster : null;
}

function isSpeaking({ signs }: Candidate): boolean {
  return signs.some(({ rule }) => SPEAKS.has(rule));
}

function isIntroduction(member: Candidate, { span }: Candidate): boolean {
  const back = span.sentence.index - member.span.sentence.index;
  return member.name.words.length > 1 && member.span.start < span.start && back <= REACH_SENTENCES && isSpeaking(member);
}
