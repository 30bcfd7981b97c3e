import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { type Clock, isoDate } from "../../domain/clock.ts";
import type { ModelPurpose } from "../../domain/model/language-model.ts";
import type { KeepRefused } from "../../domain/model/refused-piece.ts";
import { systemCode } from "../../domain/system-code.ts";

/** A file grows to so many bytes; then nothing more is kept, so that a forgotten setting fills no disk. */
export const MOST_KEPT_BYTES = 10_000_000;
/** A longer word of the model's or of an article's is cut. */
const MOST_CHARACTERS = 4000;
/** Its owner reads and writes it, and nobody else. */
const OWNER_ONLY = 0o600;

interface Keeping {
  path: string;
  /** Stands in no line, wherever a model has it from. */
  secret: string;
  clock: Clock;
  model(purpose: ModelPurpose): string;
  /** Told once a start in a sentence why nothing is kept. */
  onTrouble(sentence: string): void;
}

/** Appends what is refused of a model's answers to a file of JSON lines, for whoever labels it. */
export function createRefusedKeeper({ path, secret, clock, model, onTrouble }: Keeping): KeepRefused {
  let isTold = false;
  const tell = (sentence: string) => {
    if (!isTold) onTrouble(sentence);
    isTold = true;
  };
  return async (purpose, pieces) => {
    if (pieces.length === 0) return;
    const day = isoDate(clock.now());
    const lines = pieces.map((piece) => `${JSON.stringify({ day, purpose, model: model(purpose), ...piece }, shortened)}\n`);
    const text = secret === "" ? lines.join("") : lines.join("").replaceAll(JSON.stringify(secret).slice(1, -1), "…");
    try {
      if (!(await append(path, text)))
        tell(`Kept nothing more of what was refused: OPENAI_KEEP_REFUSED is full (${MOST_KEPT_BYTES / 1e6} MB).`);
    } catch (error) {
      tell(`Could not keep what was refused in OPENAI_KEEP_REFUSED (${systemCode(error) ?? "unknown error"}).`);
    }
  };
}

function shortened(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.slice(0, MOST_CHARACTERS) : value;
}

/** False where the file is full. A link is not followed: what it points at is not this program's to fill. */
async function append(path: string, text: string): Promise<boolean> {
  const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_NOFOLLOW;
  const file = await open(path, flags, OWNER_ONLY);
  try {
    const { size } = await file.stat();
    if (size + Buffer.byteLength(text) > MOST_KEPT_BYTES) return false;
    await file.chmod(OWNER_ONLY);
    await file.appendFile(text);
    return true;
  } finally {
    await file.close();
  }
}

/** Whether lines can be kept: null, or why not in a sentence. Leaves an empty file behind. */
export async function whyNotKept(path: string): Promise<string | null> {
  try {
    return (await append(path, "")) && (await sizeOf(path)) < MOST_KEPT_BYTES
      ? null
      : `OPENAI_KEEP_REFUSED is full (${MOST_KEPT_BYTES / 1e6} MB): move the file away, and the next refusal begins a new one.`;
  } catch (error) {
    const code = systemCode(error) ?? "unknown error";
    return `OPENAI_KEEP_REFUSED cannot be written to (${code}): name a file in a folder that exists and that this user may write to.`;
  }
}

async function sizeOf(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}
