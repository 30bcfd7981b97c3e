import type { CorrectionContent } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";
import { releaseMeeting } from "./correct-meetings.ts";
import { restoreQuote } from "./correct-quotes.ts";

/** Takes a correction back: what the articles were read to say holds again. Null where it is not there any more. */
export async function undoCorrection(writer: EvidenceWriter, key: number): Promise<CorrectionContent | null> {
  const correction = await writer.corrections.byKey(key);
  if (correction === null) return null;
  const { content } = correction;
  await writer.corrections.remove(key);
  if (content.kind === "speaker") await restoreQuote(writer, { ...correction, content });
  else if (content.kind !== "off-topic") await releaseMeeting(writer, { ...correction, content });
  return content;
}
