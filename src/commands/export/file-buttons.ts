import type { Action } from "../../domain/chat/document.ts";
import type { ExportIntent } from "../../domain/chat/intent.ts";
import type { CommandContext } from "../command-context.ts";

/** Makes a file of what is shown, for whoever presses it. A shell has a command of its own. */
export function exportButton({ asker }: CommandContext, wanted: Omit<ExportIntent, "kind" | "format">): Action[] {
  if (asker.platform === "terminal") return [];
  return [{ label: "Save as file", intent: { kind: "export", ...wanted, format: "docx" } }];
}

/** Opens the reading page on what is shown; none where no address of the web leads to it. */
export function readingButton({ asker, webUrl }: CommandContext, about: string | null): Action[] {
  if (asker.platform === "terminal" || webUrl === null || about === null) return [];
  return [{ label: "Read in context", intent: { kind: "reading", about } }];
}
