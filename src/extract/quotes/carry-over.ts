import { HE_SHE_THEY, LEADS_TO_NAME } from "../en/quotes/relayed-words.ts";
import type { People } from "../people/found-people.ts";
import { sentenceAt, type TextModel } from "../read-text.ts";
import type { Draft } from "./draft.ts";

const FAR_CHARACTERS = 600;
/** The only person of a sentence speaks where they are its subject: near its beginning. */
const MAX_LEAD = 80;

/**
 * Gives quotations without a cue of their own the speaker of their neighbours: a quotation that goes on from an open one, the rest of
 * an interrupted one, a sentence that is all quotation beside one that is attributed, and last the paragraph's only person.
 */
export function carryOver(model: TextModel, drafts: Draft[], people: People): Draft[] {
  const done: Draft[] = [];
  for (const [at, draft] of drafts.entries()) {
    done.push(
      draft.speaker !== null
        ? draft
        : (continued(done, draft) ?? fromBefore(model, done, draft) ?? fromAfter(model, draft, drafts[at + 1]) ?? draft),
    );
  }
  return done.map((draft, at) =>
    draft.speaker !== null
      ? draft
      : (lonePerson(model, draft, people) ??
        earlierInParagraph(draft, done[at - 1]) ??
        laterInParagraph(draft, done[at + 1]) ??
        draft),
  );
}

function take(draft: Draft, from: Draft, rule: string): Draft {
  return { ...draft, speaker: from.speaker, person: from.person, rule };
}

function continued(done: Draft[], draft: Draft): Draft | null {
  const before = done.at(-1);
  if (before === undefined || !before.span.open || before.speaker === null) return null;
  return draft.span.paragraph - before.span.paragraph === 1 ? take(draft, before, "goes on from an open quotation") : null;
}

/** The sentence is all quotation (or its cue has no subject of its own) and follows an attributed one. */
function fromBefore(model: TextModel, done: Draft[], draft: Draft): Draft | null {
  const before = lastAttributed(done);
  if (before === undefined) return null;
  const gap = draft.span.start - before.span.end;
  const sameParagraph = draft.span.paragraph === before.span.paragraph;
  const understood = draft.link !== null && draft.link.source === null;
  if (understood && gap < FAR_CHARACTERS && sameParagraph) return take(draft, before, "subject understood");
  if (!fillsSentence(model, draft)) return null;
  if (sameParagraph && gap < FAR_CHARACTERS) return take(draft, before, "carried over in the paragraph");
  const next = draft.span.paragraph - before.span.paragraph === 1;
  return next && opensParagraph(model, draft) ? take(draft, before, "carried over to the next paragraph") : null;
}

/** So many quotations back a speaker may be carried from. */
const DRAFTS_LOOKED_AT = 40;

function lastAttributed(done: Draft[]): Draft | undefined {
  return done.slice(-DRAFTS_LOOKED_AT).findLast((each) => each.speaker !== null);
}

function fillsSentence(model: TextModel, draft: Draft): boolean {
  const sentence = sentenceAt(model, draft.span.start);
  return sentence !== null && draft.span.start - sentence.start <= 2 && sentence.end - draft.span.end <= 2;
}

function opensParagraph(model: TextModel, draft: Draft): boolean {
  return model.paragraphs[draft.span.paragraph]?.start === draft.span.start;
}

/** "One." "Two," she said: the attribution comes with the second. */
function fromAfter(model: TextModel, draft: Draft, next: Draft | undefined): Draft | null {
  if (next === undefined || next.speaker === null || next.span.paragraph !== draft.span.paragraph) return null;
  return fillsSentence(model, draft) && next.span.start - draft.span.end < 200
    ? take(draft, next, "attributed with the next")
    : null;
}

/** "“…”, she said. And in the end “…”": a paragraph goes on with its speaker. */
function earlierInParagraph(draft: Draft, before: Draft | undefined): Draft | null {
  if (before === undefined || before.speaker === null || before.span.paragraph !== draft.span.paragraph) return null;
  return take(draft, before, "the paragraph's only speaker");
}

function laterInParagraph(draft: Draft, next: Draft | undefined): Draft | null {
  if (next === undefined || next.speaker === null || next.span.paragraph !== draft.span.paragraph) return null;
  return take(draft, next, "the paragraph's only speaker");
}

/** A paragraph that names one person and quotes: that person, where the sentence names them or opens the paragraph. */
function lonePerson(model: TextModel, draft: Draft, people: People): Draft | null {
  const sentence = sentenceAt(model, draft.span.start);
  if (sentence === null) return null;
  const inside = people.within({ start: sentence.start, end: draft.span.start });
  const persons = new Set(inside.map((each) => each.person));
  const found = inside[0];
  if (persons.size !== 1 || found === undefined) return null;
  const { mention, person } = found;
  // "Smith “will work with all”": somebody else says it of Smith; "he and Smith": there are two.
  const around = model.text.slice(sentence.start, draft.span.start);
  const owns = /^['’]s?\b/.test(model.text.slice(mention.end, mention.end + 2));
  if (owns || draft.span.start - mention.end <= 2 || HE_SHE_THEY.test(around)) return null;
  if (!LEADS_TO_NAME.test(model.text.slice(sentence.start, mention.start)) || mention.start - sentence.start > MAX_LEAD)
    return null;
  const span = { text: model.text.slice(mention.start, mention.end), start: mention.start, end: mention.end };
  return { ...draft, speaker: { name: person.name, mention: span }, person, rule: "the sentence's only person" };
}
