import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "../../domain/errors.ts";

/** A key of the environment: 32 bytes under a name that is stored with what it sealed. */
export interface TokenKey {
  id: string;
  secret: Buffer;
}

interface Sealed {
  keyId: string;
  sealed: string;
}

/** Encrypts what must not be readable to whoever has the store alone. */
export interface TokenBox {
  /** The key that seals from now on. */
  readonly newestKeyId: string;
  /** `boundTo` names the row: put into another row, what was sealed does not open. */
  seal(text: string, boundTo: string): Sealed;
  /** Throws an AppError ("config") with a sentence for operators, and changes nothing. */
  open(sealed: Sealed, boundTo: string): string;
}

const CIPHER = "aes-256-gcm";
/** NIST SP 800-38D, 8.2.2: a random nonce of 96 bits, new for each text. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = "1";

/** AES-256-GCM under the first of the keys; all of them open. */
export function createTokenBox(keys: readonly [TokenKey, ...TokenKey[]]): TokenBox {
  const [newest] = keys;
  return {
    newestKeyId: newest.id,
    seal(text, boundTo) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, newest.secret, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(bindingOf(newest.id, boundTo));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      const bytes = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return { keyId: newest.id, sealed: `${FORM}.${bytes.toString("base64url")}` };
    },
    open({ keyId, sealed }, boundTo) {
      const key = keys.find(({ id }) => id === keyId);
      if (key === undefined) {
        const sentence = `What is stored for ${boundTo} is encrypted with the key "${keyId}", which TOKEN_KEYS does not have. Add that key after the newest one.`;
        throw new AppError("config", sentence);
      }
      try {
        return openWith(key, sealed, boundTo);
      } catch (cause) {
        const sentence = `The key "${keyId}" in TOKEN_KEYS does not decrypt what is stored for ${boundTo}. Restore the original key of that name, or install the app (for a source: set its header) again.`;
        throw new AppError("config", sentence, { cause });
      }
    },
  };
}

function openWith({ id, secret }: TokenKey, sealed: string, boundTo: string): string {
  const [form, encoded = ""] = sealed.split(".");
  const bytes = Buffer.from(encoded, "base64url");
  if (form !== FORM || bytes.length < NONCE_BYTES + TAG_BYTES) throw new Error("This is not sealed as this version seals.");
  const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(bindingOf(id, boundTo));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

function bindingOf(keyId: string, boundTo: string): Buffer {
  return Buffer.from(JSON.stringify(["attache", FORM, keyId, boundTo]), "utf8");
}
