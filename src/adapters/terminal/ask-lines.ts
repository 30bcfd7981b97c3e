import { createInterface } from "node:readline";
import { z } from "zod";
import { AppError } from "../../domain/errors.ts";
import type { Output } from "./output.ts";
import type { Session } from "./program.ts";

const line = z.object({ id: z.union([z.string(), z.number()]), question: z.string(), askedAt: z.string().nullish() });

/** Answers one question a line, in order. A bad line is reported with its number and the others go on; true where all were good. */
export async function askLines(session: Session, input: NodeJS.ReadableStream, output: Output): Promise<boolean> {
  let number = 0;
  let good = true;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === "") continue;
    const parsed = line.safeParse(parseJson(text));
    if (!parsed.success) {
      output.say(`Line ${number} is not a question. Write {"id": "q1", "question": "…"}.`);
      good = false;
      continue;
    }
    try {
      const reply = await session.answer({
        kind: "ask",
        question: parsed.data.question,
        askedAt: parsed.data.askedAt ?? undefined,
      });
      output.json({ id: parsed.data.id, ...reply.data });
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "usage") throw error;
      output.say(`Line ${number}: ${error.message}`);
      good = false;
    }
  }
  return good;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
