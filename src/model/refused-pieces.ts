import type { Article } from "../domain/evidence/article.ts";
import type { Extraction } from "../domain/evidence/extraction.ts";
import type { Refusal } from "../domain/model/model-reading.ts";
import type { RefusedPiece } from "../domain/model/refused-piece.ts";
import type { CheckedPoint } from "./check-draft.ts";
import type { Evidence } from "./gate/evidence.ts";

/** The refused sentences of a draft, each with the passages that it cites. */
export function refusedSentences(points: readonly CheckedPoint[], { sentences }: Evidence): RefusedPiece[] {
  return points.flatMap((point) => {
    if (point.kept !== null) return [];
    const { reason, detail, text } = point.rejection;
    const passages = point.point.sentences.flatMap((number) => sentences.get(number)?.text ?? []);
    return [{ reason, detail, said: point.point.text === "" ? text : point.point.text, passages }];
  });
}

/** The refused pieces of a reading, each with the sentences that it names. */
export function refusedParts(
  { text }: Article,
  { sentences }: Extraction,
  { draft, refused }: { draft: object; refused: readonly Refusal[] },
): RefusedPiece[] {
  return refused.map(({ path, reason }) => {
    const [list = "", at = ""] = path.split(/[.[\]]+/);
    const pieces: unknown = (draft as Record<string, unknown>)[list];
    const piece: unknown = Array.isArray(pieces) ? pieces[Number(at)] : null;
    const passages = numbersOf(piece).flatMap((n) => {
      const sentence = sentences[n - 1];
      return sentence === undefined ? [] : [text.slice(sentence.start, sentence.end)];
    });
    return { reason, detail: path, said: JSON.stringify(piece ?? null), passages };
  });
}

function numbersOf(piece: unknown): number[] {
  if (typeof piece !== "object" || piece === null) return [];
  const { sentences, sentence } = piece as { sentences?: unknown; sentence?: unknown };
  const numbers: unknown[] = Array.isArray(sentences) ? sentences : [sentences ?? sentence];
  return [...new Set(numbers.map(Number))].filter((n) => Number.isInteger(n) && n > 0);
}
