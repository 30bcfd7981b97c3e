/** AES-256's. */
const KEY_BYTES = 32;

/** A key that encrypts secrets in the store. */
export interface TokenKey {
  id: string;
  secret: Buffer;
}

/** "2026:base64,2025:base64", newest first. Null if a part is malformed. */
export function readKeys(list: string): TokenKey[] | null {
  const keys: TokenKey[] = [];
  for (const part of list.split(",")) {
    const [, id, encoded] = /^\s*([\w-]{1,32}):([A-Za-z0-9+/_-]+={0,2})\s*$/.exec(part) ?? [];
    const secret = Buffer.from(encoded ?? "", "base64");
    if (id === undefined || secret.length !== KEY_BYTES || keys.some((key) => key.id === id)) return null;
    keys.push({ id, secret });
  }
  return keys;
}
