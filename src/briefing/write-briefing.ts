import type { ArticleBody, Citation, CitedSentence, MeetingRecord, QuoteRecord } from "../domain/evidence/records.ts";
import type { WritingTask } from "../domain/model/language-model.ts";
import type { Authorship } from "../model/authorship.ts";
import { type CheckedPoint, countRejections, createDraftCheck, isNothing, rejectionsOf } from "../model/check-draft.ts";
import { copyPoints } from "../model/copy/copy-points.ts";
import type { ModelWriter, WriterOutcome } from "../model/create-model-writer.ts";
import { fillIn } from "../model/fill-in.ts";
import type { Evidence } from "../model/gate/evidence.ts";
import type { Rejection } from "../model/gate/reasons.ts";
import { judgePoints } from "../model/judge-points.ts";
import { refusedSentences } from "../model/refused-pieces.ts";
import { type Screened, screenArticles } from "../model/screen-articles.ts";
import { type ShownEvidence, showEvidence } from "../model/show-evidence.ts";

/** What the local engine composed, with what a model may choose from. */
export interface BriefingMaterial {
  topic: string;
  sentences: CitedSentence[];
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  articles: ArticleBody[];
}

export interface WrittenBriefing {
  sentences: CitedSentence[];
  quotes: QuoteRecord[];
  meetings: MeetingRecord[];
  /** The model's sentence on a meeting, by the meeting's id. */
  meetingTexts: ReadonlyMap<string, CitedSentence>;
  /** Whether a person may be shown: one whom more names than what speaks to the machine. */
  isNamed(names: string[]): boolean;
  authorship: Authorship;
}

/** What is written: how many sentences, and how many quotations are chosen. */
interface Piece {
  purpose: "briefing" | "digest";
  points: number;
  quotes: number;
}

const MAX_WORDS = 45;

/**
 * A briefing by the model, as far as it passes the gate: a sentence that fails has one of the local engine's in its place. Quotations
 * and meetings are chosen by number and copied. Without a draft, or without a sentence that passes, it is the local engine's.
 */
export async function writeBriefing(writer: ModelWriter, material: BriefingMaterial, piece: Piece): Promise<WrittenBriefing> {
  const screened = screenArticles(material.articles);
  const local = localBriefing(material, screened);
  const authorship: Authorship = {
    by: "local",
    prose: writer.prose,
    model: writer.name(piece.purpose),
    why: "no-evidence",
    rejections: [],
    replaced: 0,
    setAside: screened.setAside,
  };
  const byLocal = (why: Authorship["why"], rejections: Rejection[] = []): WrittenBriefing => ({
    sentences: local.sentences,
    quotes: local.quotes.slice(0, piece.quotes),
    meetings: local.meetings,
    meetingTexts: new Map(),
    isNamed: screened.isNamed,
    authorship: { ...authorship, why, rejections },
  });
  const shown = showEvidence(screened, askedPassages(local));
  if (shown.sentences.size === 0) return byLocal("no-evidence");
  const outcome = await writer.write({ ...taskOf(local, shown, piece), prose: writer.prose });
  if (outcome.kind === "none") return byLocal(outcome.why);
  const evidence: Evidence = { sentences: shown.sentences };
  const limits = { points: piece.points, words: MAX_WORDS };
  const { points, meetings } =
    writer.prose === "copy"
      ? { points: copyPoints(outcome.draft.copies, evidence, limits), meetings: [] }
      : await checkProse(writer, outcome, { piece, evidence, numbersOf: shown.numbersOf, meetings: local.meetings });
  const checked = [...points, ...meetings.map((each) => each.point)];
  const rejections = rejectionsOf(checked);
  if (outcome.isFresh) {
    await writer.count(piece.purpose, countRejections(rejections));
    await writer.keep(piece.purpose, refusedSentences(checked, evidence));
  }
  const { sentences, replaced } = fillIn(points, local.sentences, { evidence, room: piece.points });
  if (points.every(isNothing)) return byLocal("gate", rejections);
  return {
    sentences,
    quotes: chooseQuotes(outcome.draft.quotes, local.quotes, piece.quotes),
    meetings: local.meetings,
    meetingTexts: textsOf(meetings),
    isNamed: screened.isNamed,
    authorship: { ...authorship, by: "model", why: null, rejections, replaced },
  };
}

/** The local engine's briefing without the passages that speak to the machine, and their neighbours. */
function localBriefing(material: BriefingMaterial, screened: Screened): BriefingMaterial {
  const isClean = (citation: Citation) => screened.isClean(citation.articleId, citation);
  return {
    ...material,
    sentences: material.sentences.filter((sentence) => sentence.citations.every(isClean)),
    quotes: material.quotes.filter(isClean),
    meetings: material.meetings.filter((meeting) => meeting.evidence.every(isClean)),
  };
}

function askedPassages({ sentences, quotes, meetings }: BriefingMaterial): Citation[] {
  return [...sentences.flatMap((sentence) => sentence.citations), ...meetings.flatMap((meeting) => meeting.evidence), ...quotes];
}

function taskOf(local: BriefingMaterial, shown: ShownEvidence, { purpose, points, quotes }: Piece): Omit<WritingTask, "prose"> {
  return {
    kind: "write",
    purpose,
    about: local.topic,
    reading: null,
    turns: [],
    articles: shown.articles,
    quotes: local.quotes.flatMap((quote, at) => {
      const sentences = shown.numbersOf(quote);
      return sentences.length === 0 ? [] : [{ number: at + 1, text: quote.text }];
    }),
    meetings: local.meetings.flatMap((meeting, at) => {
      const sentences = meeting.evidence.flatMap((each) => shown.numbersOf(each));
      return sentences.length === 0 ? [] : [{ number: at + 1, text: meeting.title, sentences }];
    }),
    limits: { points, words: MAX_WORDS, quotes },
  };
}

interface Proof {
  piece: Piece;
  evidence: Evidence;
  numbersOf: ShownEvidence["numbersOf"];
  meetings: MeetingRecord[];
}

interface MeetingPoint {
  meetingId: string;
  point: CheckedPoint;
}

/** Sends what a model wrote through the gate, and what passes to the judge: its points, and its sentences on meetings. */
async function checkProse(
  writer: ModelWriter,
  { draft, leftMs }: Extract<WriterOutcome, { kind: "draft" }>,
  { piece, evidence, numbersOf, meetings }: Proof,
): Promise<{ points: CheckedPoint[]; meetings: MeetingPoint[] }> {
  const check = createDraftCheck(evidence);
  const points = check.points(draft.points, { points: piece.points, words: MAX_WORDS });
  const reports = draft.meetings.flatMap((written) => {
    const meeting = meetings[written.meeting - 1];
    const reported = new Set(meeting?.evidence.flatMap(numbersOf) ?? []);
    return check.points([written], { points: 1, words: MAX_WORDS }).map((point) => ({
      meetingId: meeting?.id ?? "",
      point: restingOn(point, reported, `meeting ${written.meeting}`),
    }));
  });
  const all = await judgePoints(writer, [...points, ...reports.map((each) => each.point)], {
    purpose: piece.purpose,
    check,
    leftMs,
  });
  const judged = reports.map((each, at) => ({ ...each, point: all[points.length + at] ?? each.point }));
  return { points: all.slice(0, points.length), meetings: judged };
}

/** A sentence on a meeting rests on a passage that reports it. */
function restingOn(point: CheckedPoint, reported: ReadonlySet<number>, detail: string): CheckedPoint {
  const { kept } = point;
  if (kept === null || kept.passages.some((passage) => reported.has(passage.number))) return point;
  const sentences = kept.passages.map((passage) => passage.number);
  const rejection = { reason: "unknown-citation" as const, detail, text: kept.text };
  return { kept: null, rejection, point: { text: kept.text, sentences }, instead: null };
}

function textsOf(meetings: MeetingPoint[]): Map<string, CitedSentence> {
  const texts = new Map<string, CitedSentence>();
  for (const { meetingId, point } of meetings) {
    if (point.kept === null || texts.has(meetingId)) continue;
    texts.set(meetingId, { text: point.kept.text, citations: point.kept.citations });
  }
  return texts;
}

/** Quotations by number: what does not exist is left out, and where nothing is left, the local engine's are shown. */
function chooseQuotes(numbers: number[], quotes: QuoteRecord[], maxQuotes: number): QuoteRecord[] {
  const chosen = [...new Set(numbers)].flatMap((number) => quotes[number - 1] ?? []);
  return (chosen.length > 0 ? chosen : quotes).slice(0, maxQuotes);
}
