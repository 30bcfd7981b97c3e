import type { InstallationStore, SealedInstallation } from "../../domain/workspace/installations.ts";
import type { TokenBox } from "./token-box.ts";

const PAGE = 100;

export interface Rotation {
  /** Re-encrypted with the newest key. */
  rotated: number;
  /** Which had it already. */
  current: number;
  /** What could not be read, and is as it was: a sentence each. */
  faults: string[];
}

/** Re-encrypts every token that has an older key. Keeps tokens that it cannot decrypt, and tokens that change meanwhile, which are newer. */
export async function rotateTokens(installations: InstallationStore, box: TokenBox): Promise<Rotation> {
  const rotation: Rotation = { rotated: 0, current: 0, faults: [] };
  for await (const installation of eachInstallation(installations)) {
    const { workspaceId, keyId } = installation;
    try {
      const text = box.open(installation, workspaceId);
      if (keyId === box.newestKeyId) rotation.current += 1;
      else if (await installations.reseal(installation, box.seal(text, workspaceId))) rotation.rotated += 1;
    } catch (error) {
      rotation.faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  return rotation;
}

/** All of them, a page at a time. */
export async function* eachInstallation(installations: InstallationStore): AsyncGenerator<SealedInstallation> {
  let after = "";
  while (true) {
    const page = await installations.list(after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)?.workspaceId ?? after;
  }
}
