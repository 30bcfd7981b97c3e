import { Command, CommanderError, Option } from "commander";
import type { WorkProgress } from "../../commands/command-context.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import type { ReadArticle } from "../../ingest/ingest-articles.ts";
import { askLines } from "./ask-lines.ts";
import { type Asked, addAskingCommands } from "./commands/asking-commands.ts";
import { addCheckCommand } from "./commands/check-command.ts";
import { addCopyCommands } from "./commands/copy-command.ts";
import { addDigestCommand } from "./commands/digest-command.ts";
import { addDiscordCommand } from "./commands/discord-command.ts";
import { addDoctorCommand } from "./commands/doctor-command.ts";
import { explainExtraction } from "./commands/explain-extraction.ts";
import { addExportCommand } from "./commands/export-command.ts";
import { addInitCommand } from "./commands/init-command.ts";
import { addJobsCommand } from "./commands/jobs-command.ts";
import { addMcpCommand } from "./commands/mcp-command.ts";
import { addRereadCommand } from "./commands/reread-command.ts";
import { runIngest } from "./commands/run-ingest.ts";
import { runPoll } from "./commands/run-poll.ts";
import { addSourcesCommand } from "./commands/sources-command.ts";
import { addStartCommand } from "./commands/start-command.ts";
import { addTokensCommand } from "./commands/tokens-command.ts";
import { addWatchCommand, articlesIn } from "./commands/watch-command.ts";
import { addWhyCommand } from "./commands/why-command.ts";
import { countGiven } from "./count-articles.ts";
import { type DemoPlaces, runDemo } from "./demo.ts";
import { createDigestOutlet } from "./digest-outlet.ts";
import { DONE, FAILED, reportError, WRONG_USAGE } from "./exit-status.ts";
import { extractionJson, numberedJson } from "./extract-output.ts";
import { givenArticles } from "./given-articles.ts";
import { createOutput, type Output } from "./output.ts";
import type { Program, Session, Terminal } from "./program.ts";
import { runPrompt } from "./prompt.ts";
import { readFiles } from "./read-articles.ts";
import { readSecret } from "./read-secret.ts";
import { untilStopped } from "./until-stopped.ts";
import { writePicture } from "./write-picture.ts";

export interface CliOptions {
  terminal: Terminal;
  version: string;
  debug: boolean;
  demo: DemoPlaces;
  /** Where `attache init` writes the settings. */
  envFile: string;
  /** Whether there is neither a store nor a setting: whoever starts the program then sees the demo. */
  isNew(): boolean;
}

interface Cli extends CliOptions {
  program: Program;
  output: Output;
  /** Set by a command whose work failed in part. */
  status: number;
  workspaceId?: string | undefined;
}

/** Runs one command line. Resolves to the exit status: 0 done, 1 the work failed, 2 wrong usage. Never rejects. */
export async function runCli(program: Program, argv: string[], options: CliOptions): Promise<number> {
  const terminal = isPlain(argv) ? { ...options.terminal, isPlain: true } : options.terminal;
  const cli: Cli = { ...options, terminal, program, output: createOutput(terminal, "shell"), status: DONE };
  const isBare = argv.every((word) => word === "--plain");
  try {
    await defineCommands(cli).parseAsync(isBare ? [...argv, OPEN] : argv, { from: "user" });
    return cli.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    return reportError(error, cli.output, options.debug);
  }
}

/** The command where none is named. */
const OPEN = "open";

/** It is asked before the options are read, because they may be wrong and that is said too. */
function isPlain(argv: string[]): boolean {
  const end = argv.indexOf("--");
  return (end < 0 ? argv : argv.slice(0, end)).includes("--plain");
}

function defineCommands(cli: Cli): Command {
  const root = new Command("attache")
    .description("Briefings from the news, in which every sentence cites the passage it rests on.")
    .version(cli.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void cli.terminal.stdout.write(text),
      writeErr: (text) => void cli.terminal.stderr.write(text),
    });
  root.option("--workspace <id>", "the workspace to use, for example slack:T0123 (default: the terminal's own)");
  root.option("--plain", "prints no colours and no links, marks in ASCII, and whole addresses");
  root.hook("preAction", (command) => {
    cli.workspaceId = command.opts<{ workspace?: string }>().workspace;
  });
  addServingCommands(root, cli);
  addDiscordCommand(root, cli.program, cli.output);
  addMcpCommand(root, cli);
  addReadingCommands(root, cli);
  addAskingCommands(root, {
    answer: (intentOf, flags) => withSession(cli, (session) => answerAsked(cli, session, { intentOf, flags })),
    answerLines: () =>
      withSession(cli, async (session) => {
        if (!(await askLines(session, cli.terminal.stdin, cli.output))) cli.status = FAILED;
      }),
  });
  addCheckCommand(root, {
    output: cli.output,
    stdin: cli.terminal.stdin,
    readFiles,
    answer: (intent, flags) => withSession(cli, (session) => show(cli, session, { intent, json: flags.json === true })),
    fail: (status) => {
      cli.status = status;
    },
  });
  addTellingCommands(root, cli);
  addCopyCommands(root, cli);
  addDoctorCommand(root, cli);
  addJobsCommand(root, cli);
  addRereadCommand(root, cli);
  addWhyCommand(root, cli);
  addTokensCommand(root, cli, (intent, flags) =>
    withSession(cli, (session) => show(cli, session, { intent, json: flags.json === true })),
  );
  addSourcesCommand(root, {
    answer: (intent, flags, isRead) =>
      withSession(cli, async (session) => {
        await show(cli, session, { intent, json: flags.json === true });
        if (isRead && !(await runPoll(session, { isForced: false, json: false, isQuiet: true }, cli.output))) cli.status = FAILED;
      }),
    print: (intent) =>
      withSession(cli, async (session) => {
        for (const file of (await session.answer(intent)).files) cli.output.text(file.content);
      }),
    giveHeader: async (target, name, flags) => {
      const value = await readSecret(cli.terminal, `Value of ${name} (hidden)`);
      await withSession(cli, async (session) =>
        print(cli, await session.giveHeader(target, { name, value }), flags.json === true),
      );
    },
    poll: (flags) =>
      withSession(cli, async (session) => {
        const wanted = { isForced: flags.all === true, json: flags.json === true, isQuiet: false };
        if (!(await runPoll(session, wanted, cli.output))) cli.status = FAILED;
      }),
  });
  addOpeningCommands(root, cli);
  return root;
}

function addOpeningCommands(root: Command, cli: Cli): void {
  const demo = () => runDemo(cli.program, cli.demo, { terminal: cli.terminal, output: createOutput(cli.terminal) });
  const prompt = () => withSession(cli, (session) => runPrompt(session, cli.terminal, createOutput(cli.terminal)));
  root.command("demo").description("runs a demo on a few articles, then opens a prompt").action(demo);
  root.command("prompt").description("opens a prompt for commands and questions; so does no command").action(prompt);
  root.command(OPEN, { hidden: true }).action(async () => {
    if (!cli.isNew()) return prompt();
    cli.output.say("There is no store and no .env here yet, so this is the demo. To set up your own, run attache init.");
    return demo();
  });
}

function addTellingCommands(root: Command, cli: Cli): void {
  addExportCommand(root, { terminal: cli.terminal, output: cli.output, withSession: (work) => withSession(cli, work) });
  addDigestCommand(root, {
    answer: (intent, flags) => withSession(cli, (session) => show(cli, session, { intent, json: flags.json === true })),
    deliver: () =>
      withSession(cli, async (session) => {
        const { failures } = await session.deliverDigests(createDigestOutlet(cli.output.text));
        for (const sentence of failures) cli.output.say(sentence);
        if (failures.length > 0) cli.status = FAILED;
      }),
  });
  addWatchCommand(root, {
    answer: (intent, flags) => withSession(cli, (session) => show(cli, session, { intent, json: flags.json === true })),
    replay: (given) => withSession(cli, (session) => replay(cli, session, givenArticles(cli.terminal.stdin, given))),
  });
}

function addServingCommands(root: Command, cli: Cli): void {
  addInitCommand(root, cli);
  addStartCommand(root, cli.program, cli.output);
  root
    .command("slack")
    .description("sets up the Slack app")
    .command("manifest")
    .description("prints the manifest from which you create the Slack app")
    .option("--url <address>", "for HTTP: your public address (default: Socket Mode)")
    .option("--install-url <address>", "for many workspaces: the public address where they install the app")
    .action(async (flags: { url?: string; installUrl?: string }) => {
      const manifest = await cli.program.slackManifest(flags.url ?? null, flags.installUrl ?? null);
      cli.output.text(`${JSON.stringify(manifest, null, 2)}\n`);
    });
}

function addReadingCommands(root: Command, cli: Cli): void {
  root
    .command("ingest")
    .description("reads articles and stores what it finds; stores each article once")
    .argument("[files...]", "plain text, .json, .jsonl (one JSON article a line), or the address of a page or feed")
    .addOption(new Option("--jsonl [file]", "reads one JSON article a line from the file, or from standard input"))
    .option("--json", "prints one JSON object for each article")
    .action(async (files: string[], flags: { jsonl?: string | true; json?: boolean }) => {
      await withSession(cli, async (session) => {
        const articles = givenArticles(cli.terminal.stdin, { files, jsonl: flags.jsonl }, (url) => session.readAddress(url));
        const { counts, interrupted } = await runIngest(session, articles, {
          output: cli.output,
          total: await countGiven({ files, jsonl: flags.jsonl }),
          json: flags.json === true || flags.jsonl !== undefined,
        });
        if (counts.failed > 0 || interrupted) cli.status = FAILED;
      });
    });
  root
    .command("extract")
    .description("prints what it finds in an article; stores nothing")
    .argument("[files...]", "plain text, .json, or .jsonl")
    .addOption(
      new Option(
        "--jsonl [file]",
        "reads one JSON article a line from the file, or from standard input, and prints one object a line",
      ),
    )
    .option("--json", "prints one JSON object for each article")
    .option("--explain", "shows which rule found each item")
    .option("--numbered", "prints the sentences and quotations of each article with the numbers that a language model sees")
    .action(async (files: string[], flags: { jsonl?: string | true; json?: boolean; explain?: boolean; numbered?: boolean }) => {
      const extract = await cli.program.extract();
      for await (const read of givenArticles(cli.terminal.stdin, { files, jsonl: flags.jsonl })) {
        if (read.kind === "unreadable") {
          cli.output.say(read.reason);
          cli.status = FAILED;
          continue;
        }
        const { extraction, refused } = extract(read.article, read.draft);
        if (flags.numbered === true) cli.output.json(numberedJson(read.article, extraction));
        else if (flags.json === true || flags.jsonl !== undefined)
          cli.output.json(extractionJson(read.article, extraction, refused));
        else
          cli.output.document(
            explainExtraction(
              read.article,
              extraction,
              flags.explain === true ? { refused: refused ?? [], isRead: refused !== null } : null,
            ),
          );
      }
    });
}

async function replay(cli: Cli, session: Session, reading: AsyncIterable<ReadArticle>): Promise<void> {
  const { articles, unreadable } = await articlesIn(reading, (sentence) => cli.output.say(sentence));
  if (unreadable > 0) cli.status = FAILED;
  const print = async (signal: AbortSignal) => {
    for await (const told of session.replayWatches(articles, signal)) cli.output.json(told);
  };
  await untilStopped(print, { output: cli.output, lateStatus: FAILED });
}

async function withSession(cli: Cli, work: (session: Session) => Promise<void>): Promise<void> {
  const { workspaceId } = cli;
  const say = (sentence: string) => cli.output.say(sentence);
  const onProgress = ({ what, done, total }: WorkProgress) => {
    if (done % 20 === 0) cli.output.progress(`Adding: ${done} of ${total} ${what} …`);
  };
  const options = { say, onProgress };
  const session = await cli.program.openSession(workspaceId === undefined ? options : { workspaceId, ...options });
  try {
    await work(session);
  } finally {
    await session.close();
  }
}

async function show(cli: Cli, session: Session, asked: { intent: Intent; json: boolean }): Promise<void> {
  const reply = await session.answer(asked.intent);
  cli.output.progress(null);
  await print(cli, reply, asked.json);
}

async function answerAsked(cli: Cli, session: Session, { intentOf, flags }: Asked): Promise<void> {
  const reply = await session.answer(intentOf(session));
  await print(cli, reply, flags.json === true);
  const picture = flags.png ?? flags.svg;
  if (picture !== undefined) writePicture(picture, reply);
}

async function print(cli: Cli, reply: Reply, isJson: boolean): Promise<void> {
  if (!isJson) cli.output.document(reply.document);
  else for await (const value of linesOf(reply.data)) cli.output.json(value);
}

function linesOf(data: Reply["data"]): Iterable<object> | AsyncIterable<object> {
  if (Symbol.asyncIterator in data) return data;
  return Array.isArray(data) ? data : [data];
}
