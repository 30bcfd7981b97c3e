/** A header that a source's publisher asks for, such as a key or a cookie. Only its name is readable to whoever has the store alone. */
export interface SealedHeader {
  name: string;
  /** The key that sealed it. */
  keyId: string;
  sealed: string;
}

/** The source that a header belongs to. Sealed for one source, a header does not open for another. */
export interface HeaderOwner {
  workspaceId: string;
  /** The source's address, whose host alone is sent the header. */
  url: string;
}

export interface OwnedHeader extends HeaderOwner {
  header: SealedHeader;
}

export interface HeaderVault {
  /** Throws an AppError ("config") where the operator has set no key. */
  seal(value: string, owner: HeaderOwner): Pick<SealedHeader, "keyId" | "sealed">;
  /** Its value. Throws an AppError ("config") with a sentence for operators. */
  open(owned: OwnedHeader): string;
}

export interface HeaderStore {
  /** Sets it, or takes it away (null); the source is due and read afresh from then on. False where it is not followed any more. */
  set(sourceId: number, header: SealedHeader | null, atMs: number): Promise<boolean>;
  /** A page of all, of all workspaces, in the order of their sources. */
  list(afterSourceId: number, limit: number): Promise<(OwnedHeader & { sourceId: number })[]>;
  /** Puts another seal on it. False where it is no longer the one that was read. */
  reseal(sourceId: number, was: SealedHeader, as: Pick<SealedHeader, "keyId" | "sealed">): Promise<boolean>;
}

/** Headers by which a connection works, or which say who asks and under which condition. */
const OURS = new Set(
  "accept accept-encoding connection content-length expect host if-modified-since if-none-match keep-alive range te trailer transfer-encoding upgrade user-agent".split(
    " ",
  ),
);
/** RFC 9110, 5.6.2. */
const NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;
/** Visible ASCII and spaces within: a control character would end the header. */
const VALUE = /^[\x21-\x7e](?:[\x20-\x7e]{0,3998}[\x21-\x7e])?$/;

/** Why it cannot be sent, in a sentence that does not repeat the value; null where it can. */
export function headerMistake(name: string, value: string): string | null {
  if (!NAME.test(name))
    return "That is not the name of a header. Name it as the publisher does, for example Authorization or Cookie.";
  if (OURS.has(name.toLowerCase()) || name.toLowerCase().startsWith("proxy-"))
    return `Attaché sets the header ${name} itself. Ask the publisher for another one.`;
  if (value === "") return `The header ${name} needs a value on standard input.`;
  if (!VALUE.test(value)) return `The value of ${name} must be one line of at most 4,000 ASCII characters.`;
  return null;
}

/** Whether an address may be sent the header of a source: one of the same host, and never one that is less safe. */
export function mayReceiveHeader(to: URL, sourceUrl: string): boolean {
  if (!URL.canParse(sourceUrl)) return false;
  const own = new URL(sourceUrl);
  if (to.origin === own.origin) return true;
  const isPlain = own.protocol === "http:" && own.port === "";
  return isPlain && to.protocol === "https:" && to.port === "" && to.hostname === own.hostname;
}
