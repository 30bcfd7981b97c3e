import { z } from "zod";
import type { Finding } from "../../domain/finding.ts";
import type { InstallationStore } from "../../domain/workspace/installations.ts";
import { eachInstallation } from "../tokens/rotate-tokens.ts";
import type { TokenBox } from "../tokens/token-box.ts";
import { examineSlack, type ServiceFindings, type SlackToExamine } from "./examine-service.ts";

/** So many workspaces are asked about at Slack: who has more finds a fault of all in some. */
const ASKED = 10;

const withToken = z.object({ bot: z.object({ token: z.string() }) });

export interface TokensToExamine {
  installations: InstallationStore;
  box: TokenBox;
  slack: Pick<SlackToExamine, "apiUrl" | "wantedScopes">;
}

/** Whether the tokens of the workspaces open with the keys that there are, and whether Slack takes them. */
export async function examineTokens({ installations, box, slack }: TokensToExamine): Promise<ServiceFindings> {
  const faults: string[] = [];
  const opened: { name: string; botToken: string }[] = [];
  let older = 0;
  for await (const installation of eachInstallation(installations)) {
    const { workspaceId, keyId } = installation;
    try {
      const { bot } = withToken.parse(JSON.parse(box.open(installation, workspaceId)));
      opened.push({ name: workspaceId, botToken: bot.token });
      if (keyId !== box.newestKeyId) older += 1;
    } catch (error) {
      faults.push(error instanceof Error ? error.message : String(error));
    }
  }
  const findings = [keyFinding({ faults, opened: opened.length, older })];
  const ahead: (number | null)[] = [];
  for (const { name, botToken } of opened.slice(0, ASKED)) {
    const asked = await examineSlack({ ...slack, botToken, appToken: null, tokenName: `the token of ${name}` });
    findings.push(...asked.findings.filter(({ state }) => state === "fault"));
    ahead.push(asked.aheadMs);
  }
  return { findings, aheadMs: ahead.find((ms) => ms !== null) ?? null };
}

function keyFinding({ faults, opened, older }: { faults: string[]; opened: number; older: number }): Finding {
  const part = "tokens";
  const [first] = faults;
  if (first !== undefined) {
    const more = faults.length - 1;
    const others = more === 0 ? "" : ` ${more} more ${more === 1 ? "has" : "have"} the same problem.`;
    return { part, state: "fault", sentence: `${first}${others}` };
  }
  if (opened === 0)
    return { part, state: "off", sentence: "No workspace has installed the app yet. To install it, open /slack/install." };
  const all = `TOKEN_KEYS decrypts the tokens of ${opened} ${opened === 1 ? "workspace" : "workspaces"}`;
  if (older === 0) return { part, state: "fine", sentence: `${all}, with the newest key.` };
  return {
    part,
    state: "fine",
    sentence: `${all}, ${older} with an older key. attache tokens rotate re-encrypts them with the newest.`,
  };
}
