import type { webApi } from "@slack/bolt";
import type { Identity } from "../commands/context.ts";

/** Who the bot is. Asked once; after a failure, again by whoever needs it next. */
export function createIdentify(client: webApi.WebClient): () => Promise<Identity> {
  let known: Promise<Identity> | null = null;
  return () => {
    known ??= askIdentity(client).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function askIdentity(client: webApi.WebClient): Promise<Identity> {
  const { team_id: teamId, user_id: botUserId, bot_id: botId, user } = await client.auth.test();
  if (teamId === undefined || botUserId === undefined || botId === undefined)
    throw new Error("auth.test named no bot: is it a bot token?");
  return { teamId, workspaceId: `slack:${teamId}`, botUserId, botId, botName: user ?? "attache" };
}
