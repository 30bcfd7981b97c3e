import type { z } from "zod";
import type { Draft, JudgingTask, ModelPurpose, ModelTask, Verdict, WritingTask } from "../../domain/model/language-model.ts";
import { judgingPrompt, type Message, promptFor } from "./prompt.ts";
import { readDraftJson } from "./read-draft-json.ts";
import { readVerdictsJson } from "./read-verdicts-json.ts";
import { copySchema, judgingSchema, proseSchema } from "./schema.ts";

/** A question to an endpoint, and how its answer is read. */
export interface Ask<Answer> {
  /** Says which model is asked. */
  purpose: ModelPurpose;
  messages: Message[];
  /** What the answer is to be like, where the endpoint takes schemas. */
  schema: z.ZodType;
  /** Null where the JSON is no answer. */
  read(json: unknown): Answer | null;
}

export function askForDraft(task: WritingTask): Ask<Draft> {
  return {
    purpose: task.purpose,
    messages: promptFor(task),
    schema: task.prose === "copy" ? copySchema : proseSchema,
    read: (json) => readDraftJson(json, task.prose),
  };
}

export function askForVerdicts(task: JudgingTask): Ask<Verdict[]> {
  return { purpose: task.purpose, messages: judgingPrompt(task), schema: judgingSchema, read: readVerdictsJson };
}

export function messagesOf(task: ModelTask): Message[] {
  return task.kind === "write" ? promptFor(task) : judgingPrompt(task);
}
