import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Intent } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import { runDoctor } from "../commands/doctor-command.ts";
import { reportError } from "../exit-status.ts";
import type { Output } from "../output.ts";
import type { Program, Terminal } from "../program.ts";
import { writeEnvFile } from "./env-file.ts";
import { type Answers, openAnswers } from "./open-answers.ts";
import { QUESTIONS, type Question, SOURCES } from "./questions.ts";

export interface Init {
  program: Program;
  terminal: Terminal;
  output: Output;
  envFile: string;
  /** Asks nothing. */
  isYes: boolean;
}

/** A link that holds the manifest has 4,000 characters, which terminals cut: the manifest is a file beside the settings. */
const NEW_SLACK_APP = "https://api.slack.com/apps?new_app=1";
const SLACK_MANIFEST = "slack-manifest.json";

/** Asks for the settings, writes them, sets the chats up as far as a program can, and examines the result. False where a step failed. */
export async function runInit(init: Init): Promise<boolean> {
  const { program, output, envFile } = init;
  const manifestFile = join(dirname(envFile), SLACK_MANIFEST);
  await writeFile(manifestFile, `${JSON.stringify(await program.slackManifest(null, null), null, 2)}\n`);
  output.link("To create the Slack app", NEW_SLACK_APP);
  output.text(`  There choose “From a manifest” and paste ${manifestFile}.\n`);
  const answers = await askAll(init);
  if (answers === null) {
    output.say(`${envFile} stays as it was.`);
    return true;
  }
  const sources = answers.get(SOURCES) ?? "";
  answers.delete(SOURCES);
  await writeEnvFile(envFile, answers);
  output.say(`Wrote ${envFile}, which only you can read.`);
  const isRegistered = !answers.has("DISCORD_TOKEN") || (await tried(output, () => setUpDiscord(program, output)));
  const isFollowed = sources === "" || (await tried(output, () => follow(init, sources)));
  const isWell = await runDoctor(program, output, false);
  return isRegistered && isFollowed && isWell;
}

/** The settings to write; null where the file that is there is to stay. */
async function askAll({ terminal, output, envFile, isYes }: Init): Promise<Map<string, string> | null> {
  const isThere = existsSync(envFile);
  if (isThere && (isYes || terminal.stdin.isTTY !== true))
    throw new AppError(
      "usage",
      `${envFile} is there already. Move it away, or run attache init in a terminal, where it asks first.`,
    );
  const written = new Map<string, string>();
  const answers = isYes ? null : openAnswers(terminal);
  try {
    if (isThere && answers !== null && !(await mayReplace(answers, envFile))) return null;
    for (const question of QUESTIONS) {
      if (!question.isAsked(written)) continue;
      const answer = (answers === null ? null : await askOne(answers, question, output)) ?? question.usual;
      if (answer !== "" && (answer !== question.usual || question.name === "DATABASE_URL")) written.set(question.name, answer);
    }
    return written;
  } finally {
    answers?.close();
  }
}

async function mayReplace(answers: Answers, envFile: string): Promise<boolean> {
  const answer = await answers.ask(`${envFile} is there already. Replace it? yes or no [no]`, false);
  if (answer === null) throw new AppError("interrupted", "Stopped: nothing was written.");
  return /^y(?:es)?$/i.test(answer);
}

/** A person is asked until the answer is good; in what is piped in, a bad line ends the command. */
async function askOne(answers: Answers, question: Question, output: Output): Promise<string | null> {
  for (;;) {
    const line = await answers.ask(
      question.usual === "" ? question.ask : `${question.ask} [${question.usual}]`,
      question.isSecret,
    );
    if (line === null && answers.isLive) throw new AppError("interrupted", "Stopped: nothing was written.");
    const answer = line === null || line === "" ? question.usual : line;
    const mistake = question.mistake(answer);
    if (mistake === null) return answer;
    if (!answers.isLive) throw new AppError("usage", `${mistake} Nothing was written.`);
    output.say(mistake);
  }
}

async function setUpDiscord(program: Program, output: Output): Promise<void> {
  for (const sentence of await program.discordRegister(null)) output.text(`${sentence}\n`);
  output.link("To add the bot to a Discord server", await program.discordInvite());
}

async function follow({ program, output }: Init, sources: string): Promise<void> {
  const session = await program.openSession({ say: (sentence) => output.say(sentence) });
  try {
    const words = sources.split(/[\s,]+/).filter((word) => word !== "");
    const isAddresses = words.every((word) => /[./]/.test(word));
    const intents: Intent[] = isAddresses
      ? words.map((target) => ({ kind: "sources-manage", action: "add", target }))
      : [{ kind: "sources-manage", action: "starter", target: sources }];
    for (const intent of intents) output.document((await session.answer(intent)).document);
  } finally {
    await session.close();
  }
}

/** What fails here is said, and stops nothing: the settings are written, and each step can be done again by itself. */
async function tried(output: Output, step: () => Promise<void>): Promise<boolean> {
  try {
    await step();
    return true;
  } catch (error) {
    reportError(error, output, false);
    return false;
  }
}
