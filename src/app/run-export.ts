import type { Store } from "../adapters/prisma/open-store.ts";
import type { ExportRequest } from "../adapters/terminal/program.ts";
import type { Commands } from "../commands/create-commands.ts";
import { systemClock } from "../domain/clock.ts";

interface Exporting {
  commands: Commands;
  store: Store;
  workspaceId: string;
  verbatimWords: number;
  onProgress(done: number, total: number): void;
}

/** `attache export`: the document in one piece, or rows as they are read. */
export async function* runExport(
  { commands, store, workspaceId, verbatimWords, onProgress }: Exporting,
  request: ExportRequest,
): AsyncGenerator<string | Uint8Array> {
  if (request.what === "evidence") {
    const [{ EVIDENCE_COLUMNS, exportEvidence }, { csvLine }] = await Promise.all([
      import("../commands/export/export-evidence.ts"),
      import("../documents/export/write-csv.ts"),
    ]);
    if (request.format === "csv") yield csvLine(EVIDENCE_COLUMNS);
    for await (const row of exportEvidence(store, workspaceId, { verbatimWords, onProgress }))
      yield request.format === "csv" ? csvLine(EVIDENCE_COLUMNS.map((column) => row[column])) : `${JSON.stringify(row)}\n`;
    return;
  }
  const { exportDocument } = await import("../commands/export/export-document.ts");
  const { verbatimPerAnswer } = await import("../commands/reads/verbatim.ts");
  const deps = { commands, articles: store.articles, verbatim: verbatimPerAnswer(verbatimWords), clock: systemClock };
  const exported = await exportDocument(deps, { workspaceId, userId: "export" }, request);
  switch (request.format) {
    case "md":
      yield (await import("../documents/export/write-markdown.ts")).writeMarkdown(exported);
      return;
    case "html":
      yield (await import("../documents/export/write-html.ts")).writeHtml(exported);
      return;
    case "docx":
      yield (await import("../documents/export/write-docx.ts")).writeDocx(exported);
  }
}
