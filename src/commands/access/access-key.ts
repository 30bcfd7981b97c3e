import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { AccessRecord, AccessScope, AccessStore } from "../../domain/workspace/access.ts";

/** Of random bits more than anybody can try: a fast hash is then as good as a slow one (OWASP, "Password Storage"; it is no password). */
const SECRET_BYTES = 32;
const ID_BYTES = 6;
/** By its beginning, scanners of leaked secrets know a token. */
const FORM = /^att_([A-Za-z0-9]{8})_([A-Za-z0-9_-]{43})$/;
/** How often it is written down that a key was used. */
const NOTED_EVERY_MS = 60_000;

interface NewKey {
  id: string;
  /** What its holder shows; it is said once, and stored nowhere. */
  token: string;
  secretHash: string;
}

export function createKey(): NewKey {
  const id = idOf(randomBytes(ID_BYTES));
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  return { id, token: `att_${id}_${secret}`, secretHash: hashOf(secret) };
}

/** Eight letters and digits: base64 without its two signs, which do not suit a list that people read from. */
function idOf(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("+", "a").replaceAll("/", "b");
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** What a key that somebody shows opens; null where it opens nothing, for whatever reason: which one is nobody's business. */
export async function openWithKey(
  store: AccessStore,
  shown: string,
  { scopes, nowMs }: { scopes: readonly AccessScope[]; nowMs: number },
): Promise<AccessRecord | null> {
  const [, id, secret] = FORM.exec(shown) ?? [];
  if (id === undefined || secret === undefined) return null;
  const record = await store.byId(id);
  // Both have the same length, and an unknown id takes the same way.
  const isRight = timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(record?.secretHash ?? hashOf("")));
  if (record === null || !isRight || record.revokedAt !== null) return null;
  if (record.expiresAt !== null && Date.parse(record.expiresAt) <= nowMs) return null;
  if (!scopes.includes(record.scope)) return null;
  if (record.lastUsedAt === null || nowMs - Date.parse(record.lastUsedAt) >= NOTED_EVERY_MS) await store.noteUse(id, nowMs);
  return record;
}
