import { writeBriefing } from "../briefing/write-briefing.ts";
import type { Authorship } from "../model/authorship.ts";
import type { ModelWriter } from "../model/create-model-writer.ts";
import { type Digest, LEAD_SENTENCES } from "./compose-digest.ts";

/** A digest as it is shown, and who wrote its lead story; null where a model was not asked. */
export interface WrittenDigest {
  digest: Digest;
  authorship: Authorship | null;
}

/** So long a digest waits for a model. A text that comes later is kept, and found by the next who asks for the same. */
const LEAD_WAIT_MS = 15_000;

/**
 * The lead story in a model's sentences, as far as they pass the gate. Which stories there are, their order, quotes, meetings and what the
 * articles differ on stay the local engine's, and so does the lead where no sentence passes or none comes in time.
 */
export async function writeLead(writer: ModelWriter | null, digest: Digest, waitMs = LEAD_WAIT_MS): Promise<WrittenDigest> {
  const { lead } = digest;
  if (writer === null || lead === null) return { digest, authorship: null };
  const material = {
    topic: lead.topic.label,
    sentences: lead.sentences,
    quotes: [],
    meetings: [],
    articles: lead.fresh,
  };
  const work = writeBriefing(writer, material, { purpose: "digest", points: LEAD_SENTENCES, quotes: 0 });
  const written = await inTime(work, waitMs);
  if (written === null) return { digest, authorship: { ...NOT_IN_TIME, prose: writer.prose, model: writer.name("digest") } };
  const { authorship, sentences } = written;
  if (authorship.why === "no-evidence") return { digest, authorship: null };
  // The local engine's sentences are the lead's already.
  if (authorship.by === "local") return { digest, authorship };
  return { digest: { ...digest, lead: { ...lead, sentences } }, authorship };
}

const NOT_IN_TIME: Omit<Authorship, "model" | "prose"> = {
  by: "local",
  why: "timeout",
  rejections: [],
  replaced: 0,
  setAside: [],
};

/** Null where it takes longer; what comes of it then is nobody's any more. */
async function inTime<T>(work: Promise<T>, waitMs: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), waitMs);
  });
  // Where nobody waits any more, nobody hears of its failure either.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
