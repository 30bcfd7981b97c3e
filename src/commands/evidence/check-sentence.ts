import { type Sources, sourceInline, sourcesOf } from "../../documents/blocks.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { type Block, type Inline, paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { ArticleBody, Citation } from "../../domain/evidence/records.ts";
import type { Range } from "../../domain/evidence/span.ts";
import { wordForms } from "../../evidence/word-forms.ts";
import { contentWords } from "../../evidence/words.ts";
import { type BorneOut, checkBorneOut, readChecked } from "../../model/alignment/check-borne-out.ts";
import { CHECK_REASONS, MAX_CHECKED_CHARACTERS, sayReasons } from "../../model/alignment/reasons.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { answerEmptyStore } from "./empty-store.ts";

/** The articles that share most words with a sentence, so many. */
const CANDIDATES = 12;
const MAX_TERMS = 24;
/** A passage of this many articles is enough to check. */
const SHOWN = 3;

interface CheckedBody extends BorneOut {
  article: ArticleBody;
}

/** `/check`: whether the stored articles bear a sentence out. It refuses what it cannot prove, and says why and what comes nearest. */
export async function checkSentence(context: CommandContext, intent: Extract<Intent, { kind: "check" }>): Promise<Reply> {
  const { store, workspaceId } = context;
  const sentence = intent.sentence.replace(/\s+/g, " ").trim();
  if (sentence.length > MAX_CHECKED_CHARACTERS)
    throw new AppError("usage", `The sentence is longer than ${MAX_CHECKED_CHARACTERS} characters: check it in parts.`);
  const terms = contentWords(sentence);
  if (terms.length === 0) throw new AppError("usage", "Type a sentence to check, for example: check The ministers met in Tokyo.");
  const empty = await answerEmptyStore(context, { kept: false, reasons: ["no-claim"], passages: [] });
  if (empty !== null) return empty;
  const heads = await store.articles.find(workspaceId, {
    terms: [...new Set(terms.slice(0, MAX_TERMS).flatMap(wordForms))],
    match: "any",
    limit: CANDIDATES,
  });
  const bodies = await store.articles.load(
    workspaceId,
    heads.map((head) => head.id),
  );
  const checked = bodies.map((article): CheckedBody => ({ ...checkBorneOut(sentence, readChecked(article), null), article }));
  const bearing = checked.filter((each) => each.kept);
  const shown = bearing.length > 0 ? bearing.slice(0, SHOWN) : nearestOf(checked);
  const reasons = bearing.length > 0 ? [] : (shown[0]?.reasons ?? [{ reason: "words" as const, detail: "" }]);
  const citations = shown.flatMap(({ article, passages }) => passages.map((range) => citationOf(article, range)));
  const data = { kept: bearing.length > 0, reasons: reasons.map((each) => each.reason), passages: citations };
  const blocks = blocksOf({ reasons, citations }, sourcesOf(shown.map(({ article }) => article)));
  return reply({ title: sentence, audience: "asker", blocks, detail: [] }, data);
}

/** Of articles that do not bear it out the one that says most of it: its passage contradicts it, or says the same of something else. */
function nearestOf(checked: CheckedBody[]): CheckedBody[] {
  const order = Object.keys(CHECK_REASONS);
  const rank = ({ reasons }: CheckedBody) => Math.max(...reasons.map(({ reason }) => order.indexOf(reason)));
  return checked.toSorted((a, b) => rank(b) - rank(a)).slice(0, 1);
}

function blocksOf({ reasons, citations }: { reasons: BorneOut["reasons"]; citations: Citation[] }, sources: Sources): Block[] {
  const items = citations.map((citation): Inline[] => [text(`${citation.text} `), sourceInline(citation, sources)]);
  const list: Block[] = items.length === 0 ? [] : [{ type: "list", items }];
  if (reasons.length === 0) return [paragraph(text("Borne out by:", "strong")), ...list];
  const nearest: Block[] = items.length === 0 ? [] : [paragraph(text("The nearest passage:", "soft"))];
  return [paragraph(text("Not borne out: ", "strong"), text(`${sayReasons(reasons)}.`)), ...nearest, ...list];
}

function citationOf({ id, text: body }: ArticleBody, { start, end }: Range): Citation {
  return { articleId: id, start, end, text: body.slice(start, end) };
}
