import { AppError } from "../../domain/errors.ts";
import type { HeaderOwner, HeaderStore, HeaderVault, OwnedHeader } from "../../domain/sources/source-header.ts";
import type { Rotation } from "./rotate-tokens.ts";
import type { TokenBox } from "./token-box.ts";

const PAGE = 100;

/** Seals with the box for tokens. Null where TOKEN_KEYS is not set: then nothing is sealed or opened. */
export function createHeaderVault(box: TokenBox | null): HeaderVault {
  const boxAtHand = () => {
    if (box !== null) return box;
    const sentence =
      "Attaché stores the headers of sources encrypted. Set TOKEN_KEYS to a name and a key: a word, a colon and the output of “openssl rand -base64 32”.";
    throw new AppError("config", sentence);
  };
  return {
    seal: (value, owner) => boxAtHand().seal(value, bindingOf(owner)),
    open: (owned) => boxAtHand().open(owned.header, bindingOf(owned)),
  };
}

/** By the address, which a source keeps, and not by a number, which another store may give to another source. */
function bindingOf({ workspaceId, url }: HeaderOwner): string {
  return `${workspaceId} ${url}`;
}

/** Re-encrypts every header that has an older key. Keeps those that it cannot decrypt, and those that change meanwhile, which are newer. */
export async function rotateHeaders(headers: HeaderStore, box: TokenBox): Promise<Rotation> {
  const rotation: Rotation = { rotated: 0, current: 0, faults: [] };
  for await (const owned of eachHeader(headers)) {
    try {
      const value = box.open(owned.header, bindingOf(owned));
      if (owned.header.keyId === box.newestKeyId) rotation.current += 1;
      else if (await headers.reseal(owned.sourceId, owned.header, box.seal(value, bindingOf(owned)))) rotation.rotated += 1;
    } catch (error) {
      rotation.faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  return rotation;
}

/** All of them, a page at a time. */
export async function* eachHeader(headers: HeaderStore): AsyncGenerator<OwnedHeader & { sourceId: number }> {
  let after = 0;
  while (true) {
    const page = await headers.list(after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.sourceId ?? after;
  }
}
