import { type Answer, answerQuestion } from "../../../answer/answer-question.ts";
import { differingDates, type Sources, sourceInline, sourcesOf } from "../../../documents/blocks.ts";
import { markDays } from "../../../documents/mark-days.ts";
import { nameArticle } from "../../../documents/name-article.ts";
import { wrongButton } from "../../../documents/wrong-button.ts";
import type { Reply } from "../../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../../domain/chat/document.ts";
import type { Intent } from "../../../domain/chat/intent.ts";
import { showDate } from "../../../domain/chat/show-date.ts";
import { isoDate } from "../../../domain/clock.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Citation, MeetingRecord } from "../../../domain/evidence/records.ts";
import { isSmallTalk, THANKS } from "../../../extract/en/questions/chat-words.ts";
import { type CommandContext, reply } from "../../command-context.ts";
import { findShown } from "../../corrections/find-shown.ts";
import { actionsBlock } from "../../page-blocks.ts";
import { readTypedDate } from "../../typed/read-typed-date.ts";
import { answerEmptyStore } from "../empty-store.ts";
import { showBriefing } from "../show-briefing.ts";
import { answerWithModel } from "./answer-with-model.ts";
import { type AskedWithin, askWithin } from "./ask-within.ts";
import { explainNothing, isBeforeAsked, reversedTime } from "./explain-nothing.ts";

const MAX_QUESTION_CHARACTERS = 2000;

/** `/ask` and follow-ups: an answer in the articles' own sentences, or a note that they don't answer it. */
export async function answerAsk(asking: CommandContext, intent: Extract<Intent, { kind: "ask" }>): Promise<Reply> {
  const asked = intent.question.replace(/\s+/g, " ").trim().slice(0, MAX_QUESTION_CHARACTERS);
  if (!/[\p{L}\p{N}]/u.test(asked)) throw new AppError("usage", "Ask a question, for example: ask when did they last meet?");
  const askedAt = readTypedDate(intent.askedAt?.slice(0, 10), "askedAt", asking.clock.now());
  if (isSmallTalk(asked)) return answerSmallTalk(asked);
  const reversed = reversedTime(asked, isoDate(asking.clock.now()));
  if (reversed !== null)
    return reply(
      { title: asked, audience: "asker", blocks: [paragraph(text(reversed))], detail: [] },
      { answer: null, citations: [] },
    );
  const empty = await answerEmptyStore(asking, { answer: null, citations: [] });
  if (empty !== null) return empty;
  const within = await askWithin(asking, asked, intent);
  if (within.topic !== null && within.isForNews) return showBriefing(asking, { kind: "briefing", topic: within.topic });
  const { context, question, conversation } = within;
  const composed = await answerQuestion(context.store, context.workspaceId, {
    question,
    askedAt,
    today: isoDate(context.clock.now()),
    conversation,
  });
  const {
    answer,
    blocks: written,
    below,
    detail,
  } = await answerWithModel(context, {
    intent: { ...intent, conversation },
    question,
    until: askedAt,
    answer: composed,
  });
  const cited = [
    ...answer.citations.map((citation) => citation.articleId),
    ...answer.sentences.flatMap((sentence) => sentence.meeting?.articleIds ?? []),
    ...(answer.nearest === null ? [] : [answer.nearest.citation.articleId]),
  ];
  const sources = sourcesOf(await context.store.articles.load(context.workspaceId, [...new Set(cited)]));
  const local =
    answer.answer === null
      ? abstention(answer, sources, {
          why: await explainNothing(context, { question: answer.question.text, until: askedAt }),
          today: askedAt ?? isoDate(context.clock.now()),
        })
      : citedBlocks(answer, sources);
  const blocks = [...withinBlocks(within), ...(written === null ? local : [...readAsBlocks(answer), ...written])];
  const read = answer.readAs === null ? {} : { readAs: answer.readAs };
  const topic = within.topic ?? conversation?.topic ?? null;
  const shown = await findShown(context, answer.citations);
  const wrong = actionsBlock(wrongButton({ ...shown, topic }));
  const lacking = answer.lacking.length === 0 ? {} : { lacking: answer.lacking };
  const data = { answer: answer.answer, citations: answer.citations, ...statusOf(answer), ...read, ...lacking };
  const audience = intent.explain === true ? "asker" : "channel";
  return reply({ title: asked, audience, blocks: [...blocks, ...below, ...wrong], detail }, data, topic);
}

/** Thanks are no question: nothing is looked up, and nothing is said to be missing. */
function answerSmallTalk(said: string): Reply {
  const reaction = THANKS.test(said) ? "You’re welcome." : "Noted. Ask a question to look something up.";
  return reply(
    { title: said, audience: "asker", blocks: [paragraph(text(reaction))], detail: [] },
    { answer: null, citations: [] },
  );
}

/** "planned" or "cancelled" where an answer tells of nothing that took place: a program must not take it for a yes. */
function statusOf({ sentences }: Answer): { status?: MeetingRecord["status"] } {
  const [status, ...others] = [...new Set(sentences.map(({ meeting }) => meeting?.status ?? "held"))];
  return status === undefined || status === "held" || others.length > 0 ? {} : { status };
}

function citedBlocks(answer: Answer, sources: Sources): Block[] {
  const items = answer.sentences.map(({ fact, citation, meeting }) => [
    ...(fact === null ? [] : [text(fact, "strong"), text(": ")]),
    ...passageInlines(citation, sources),
    ...differingInlines(meeting, sources),
  ]);
  return [...readAsBlocks(answer), { type: "list", items }, ...lackingBlocks(answer), ...differingBlocks(answer, sources)];
}

/** "I found no article that says where.": of two things that were asked, the one that the answer leaves open. */
function lackingBlocks({ lacking }: Answer): Block[] {
  const says = (part: string) =>
    part.includes(" ") ? `I found no article that answers “${part}”.` : `I found no article that says ${part}.`;
  return lacking.map((part) => paragraph(text(says(part))));
}

/** A passage with its days resolved: "today" is the article's, and the answer is read later. */
function passageInlines(citation: Citation, sources: Sources): Inline[] {
  const publishedAt = sources.get(citation.articleId)?.publishedAt ?? null;
  return [text(`${markDays(citation.text, publishedAt)} `), sourceInline(citation, sources)];
}

function abstention(answer: Answer, sources: Sources, { why, today }: { why: string; today: string }): Block[] {
  const blocks: Block[] = [...readAsBlocks(answer), paragraph(text(why))];
  if (answer.nearest === null) return blocks;
  const { citation, date } = answer.nearest;
  if (isBeforeAsked(date, answer.question.text, today)) return blocks;
  blocks.push(
    paragraph(text(`The closest passage, of ${showDate(date) ?? date}: `, "soft"), ...passageInlines(citation, sources)),
  );
  return blocks;
}

/** Says that only a saved topic's articles were asked. */
function withinBlocks({ topic }: AskedWithin): Block[] {
  return topic === null ? [] : [paragraph(text(`Out of the articles on ${topic}.`, "soft"))];
}

/** Shows how a follow-up was understood, so that the asker can correct it. */
function readAsBlocks({ readAs }: Answer): Block[] {
  return readAs === null ? [] : [paragraph(text(`Read as: ${readAs}`, "soft"))];
}

function differingInlines(meeting: MeetingRecord | null, sources: Sources): Inline[] {
  const differing = meeting === null ? null : differingDates(meeting, sources);
  return differing === null ? [] : [text(` ${differing}`, "soft")];
}

/** "The articles differ: Valley Post says 45,000 tonnes, The Harbour Gazette says 40,000 tonnes." */
function differingBlocks({ differing }: Answer, sources: Sources): Block[] {
  if (differing.length === 0) return [];
  const says = differing.map(({ articleId, value }) => `${nameArticle(sources.get(articleId))} says ${value}`);
  return [{ type: "notice", tone: "warning", text: `The articles disagree: ${says.join(", ")}.` }];
}
