import type { Exported } from "../../documents/export/exported.ts";
import { WHY_WORDS } from "../../documents/why-words.ts";
import type { ExportedKind, Intent } from "../../domain/chat/intent.ts";
import type { Clock } from "../../domain/clock.ts";
import { isoDate } from "../../domain/clock.ts";
import { AppError } from "../../domain/errors.ts";
import { answerIntent, type ReadDeps, type Reader } from "../reads/answer-read.ts";
import { composeExport } from "./compose-export.ts";

interface Wanted {
  what: ExportedKind;
  about: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** A briefing, a dossier, a timeline or the week's digest with its passages. Throws an AppError ("not-found") where the articles hold none. */
export async function exportDocument(deps: ReadDeps & { clock: Clock }, reader: Reader, wanted: Wanted): Promise<Exported> {
  const { result, title, notice } = await answerIntent(deps, reader, intentOf(wanted));
  const isDigest = wanted.what === "digest";
  const shown = isDigest ? stripStart(title, `${WHY_WORDS.en.preview}: `) : title;
  const composed = composeExport(shown, result, isoDate(deps.clock.now()));
  // Of which week it tells, where that is not the last one.
  const exported = isDigest && notice !== null ? { ...composed, made: `${composed.made} ${notice}` } : composed;
  if (exported.sections.length > 0) return exported;
  throw new AppError("not-found", `The stored articles hold nothing on ${wanted.about} to export.`);
}

function stripStart(text: string, start: string): string {
  return text.startsWith(start) ? text.slice(start.length) : text;
}

function intentOf({ what, about, from, to }: Wanted): Intent {
  switch (what) {
    case "briefing":
      return { kind: "briefing", topic: about, since: from, until: to };
    case "person":
      return { kind: "person", name: about };
    case "timeline":
      return { kind: "timeline", about, from, to };
    case "digest":
      return { kind: "digest", action: "preview", topic: about };
  }
}
