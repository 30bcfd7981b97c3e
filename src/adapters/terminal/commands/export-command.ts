import { writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { EXPORTED, type ExportedKind } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import type { Output } from "../output.ts";
import type { ExportRequest, Session, Terminal } from "../program.ts";

const FORMATS = ["md", "html", "docx"] as const;
const ROWS = ["jsonl", "csv"] as const;

interface Exporting {
  terminal: Terminal;
  output: Output;
  withSession(work: (session: Session) => Promise<void>): Promise<void>;
}

interface Flags {
  format: string;
  since?: string;
  until?: string;
  out?: string;
}

const DESCRIPTIONS: Record<ExportedKind, string> = {
  briefing: "a briefing on a topic",
  person: "a person's dossier: roles, quotations, meetings",
  timeline: "the story of a topic or a person, day by day",
  digest: "the digest of the last week with news on a topic",
};

/** `attache export`: documents with footnotes to hand on, and everything that is known as rows. */
export function addExportCommand(root: Command, exporting: Exporting): void {
  const command = root.command("export").description("writes a document with footnotes, or everything that is known as rows");
  for (const what of EXPORTED) {
    const document = command
      .command(what)
      .description(DESCRIPTIONS[what])
      .argument("<about...>", what === "person" ? "a name" : "a topic, or a person")
      .addOption(new Option("--format <format>", "of the document").choices(FORMATS).default("md"))
      .option("--out <file>", "writes to a file instead of standard output");
    if (what === "briefing" || what === "timeline")
      document.option("--since, --from <date>", "on or after this day").option("--until, --to <date>", "on or before this day");
    document.action((about: string[], flags: Flags) =>
      run(exporting, flags, { what, about: about.join(" "), ...periodOf(flags) }),
    );
  }
  command
    .command("evidence")
    .description("quotations, meetings and people, a row each")
    .addOption(new Option("--format <format>", "of the rows").choices(ROWS).default("jsonl"))
    .option("--out <file>", "writes to a file instead of standard output")
    .action((flags: Flags) => run(exporting, flags, { what: "evidence" }));
}

function periodOf({ since, until }: Flags): { from: string | undefined; to: string | undefined } {
  return { from: since, to: until };
}

type Wanted = Omit<Extract<ExportRequest, { what: ExportedKind }>, "format"> | { what: "evidence" };

/** Rows between two lines of progress. */
const STEP = 100;

async function run({ terminal, output, withSession }: Exporting, { format, out }: Flags, wanted: Wanted): Promise<void> {
  if (format === "docx" && out === undefined && terminal.stdout.isTTY === true)
    throw new AppError("usage", "A .docx is no text for a terminal: name a file with --out, such as --out briefing.docx.");
  await withSession(async (session) => {
    const chunks: (string | Uint8Array)[] = [];
    // Rows that run over the screen say themselves how far it is.
    const isSeen = out === undefined && terminal.stdout.isTTY === true;
    const onProgress = (done: number, total: number) => {
      if (!isSeen && done % STEP === 0) output.progress(`Exporting: ${done} of ${total} …`);
    };
    for await (const chunk of session.export({ ...wanted, format } as ExportRequest, onProgress)) {
      if (out === undefined) terminal.stdout.write(chunk);
      else chunks.push(chunk);
    }
    output.progress(null);
    if (out !== undefined) save(out, chunks);
  });
}

/** Throws an AppError ("usage") where the file is there already: nobody's work is written over. */
function save(file: string, chunks: (string | Uint8Array)[]): void {
  const bytes = Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array)));
  try {
    writeFileSync(file, bytes, { flag: "wx" });
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const why = isThere ? "is there already: name another" : "cannot be written: check its folder";
    throw new AppError("usage", `${file} ${why}.`, { cause });
  }
}
