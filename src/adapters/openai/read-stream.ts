import type { Stream } from "openai/core/streaming";
import type { ModelFailure, ModelOutcome } from "../../domain/model/language-model.ts";
import type { Ask } from "./ask.ts";
import { failureOf, saidBy } from "./errors.ts";
import { readCompletion, usageOf } from "./read-completion.ts";
import { type Chunk, type Completion, chunkSchema } from "./schema.ts";

export interface StreamLimits {
  /** How long the first words may be awaited: some models think before they write. */
  firstMs: number;
  /** How long a stream that has begun may be silent. */
  idleMs: number;
}

/** Some forty sentences at their longest; what is longer is no draft. */
const MAX_CHARACTERS = 100_000;

/** "Sure! Here is your briefing:" and the like. */
const MAX_PREFACE = 400;

/** An answer as far as it has arrived. */
interface Arrived {
  content: string;
  thoughts: string;
  refusal: string;
  hasChoice: boolean;
  finish: string | null;
  usage: Completion["usage"];
}

/**
 * Reads a stream to its end and judges it as a whole, as if it had come at once. It is not sent through the gate sentence by sentence:
 * what fails there is replaced by itself, so that stopping at the first bad sentence would lose the good ones behind it. What can no
 * longer become a draft, prose or an answer without an end, is stopped at once, because every further word is paid for.
 */
export async function readStream<Answer>(
  stream: Stream<unknown>,
  ask: Ask<Answer>,
  limits: StreamLimits,
): Promise<ModelOutcome<Answer>> {
  const arrived: Arrived = { content: "", thoughts: "", refusal: "", hasChoice: false, finish: null, usage: null };
  const { failure, said } = await collect(stream, arrived, { ...limits, heard: ask.heard });
  const message = { content: arrived.content, refusal: arrived.refusal, reasoning_content: arrived.thoughts };
  const choices = arrived.hasChoice ? [{ finish_reason: arrived.finish, message }] : [];
  const completion: Completion = { choices, usage: arrived.usage };
  // What goes wrong behind the end of an answer takes nothing from it: a missing [DONE], a connection that is left open.
  if (failure === null || arrived.finish !== null) return readCompletion(completion, ask);
  return { kind: "failed", failure, usage: usageOf(completion, ask), said };
}

/** How a stream ended; the failure is null where it came to its end. */
interface Ended {
  failure: ModelFailure | null;
  said: string;
}

function ended(failure: ModelFailure | null): Ended {
  return { failure, said: "" };
}

async function collect(
  stream: Stream<unknown>,
  arrived: Arrived,
  limits: StreamLimits & Pick<Ask<unknown>, "heard">,
): Promise<Ended> {
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(
        chunks.next(),
        arrived.content === "" && arrived.thoughts === "" ? limits.firstMs : limits.idleMs,
      );
      if (next === "late") return ended("timeout");
      if (next.done === true) return ended(null);
      const chunk = chunkSchema.safeParse(next.value);
      if (!chunk.success) return ended("schema");
      take(chunk.data, arrived);
      limits.heard?.(arrived.content);
      if (cannotBeDraft(arrived.content) || arrived.thoughts.length > MAX_CHARACTERS) return ended("schema");
    }
  } catch (error) {
    return { failure: failureOfStream(error), said: saidBy(error) };
  } finally {
    // A stream that was read to its end does not mind; any other is closed, so that nothing more is written and paid for.
    stream.controller.abort();
  }
}

function take({ choices, usage }: Chunk, arrived: Arrived): void {
  const choice = choices?.find((each) => (each.index ?? 0) === 0);
  if (choice !== undefined) {
    arrived.hasChoice = true;
    arrived.content += choice.delta?.content ?? "";
    arrived.thoughts += choice.delta?.reasoning_content ?? choice.delta?.reasoning ?? "";
    arrived.refusal += choice.delta?.refusal ?? "";
    arrived.finish = choice.finish_reason ?? arrived.finish;
  }
  arrived.usage = usage ?? arrived.usage;
}

/** A draft is a JSON object; thoughts, a greeting or a fence may stand before it, but no text without an end. */
function cannotBeDraft(content: string): boolean {
  if (content.length > MAX_CHARACTERS) return true;
  return content.length > MAX_PREFACE && !/^\s*<think>/.test(content) && !content.slice(0, MAX_PREFACE).includes("{");
}

async function within<T>(work: Promise<T>, ms: number): Promise<T | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The response had begun, so an "unreachable" endpoint means that the connection broke. */
function failureOfStream(error: unknown): ModelFailure {
  const failure = failureOf(error);
  return failure === "unreachable" ? "truncated" : failure;
}
