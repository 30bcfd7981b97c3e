import { isPlaceRefusal } from "../connection/errors.ts";
import { askerOf, type DiscordContext, type Where } from "./context.ts";
import { respond } from "./respond.ts";
import type { GuildEvent } from "./schema.ts";

/** Every session begins with all servers: only one that the bot was added to so lately is new. */
const NEW_FOR_MS = 5 * 60_000;

/** Says once, where Discord itself says who joined, what the bot does and what to do first. What is pressed there is anybody's own right. */
export async function welcomeServer(context: DiscordContext, event: GuildEvent): Promise<void> {
  const { id: guildId, joined_at: joinedAt, system_channel_id: channelId } = event;
  if (joinedAt === undefined || channelId == null || !isRecent(joinedAt, context.clock.now())) return;
  if (!(await context.events.claim(`welcome:discord:${guildId}:${joinedAt}`))) return;
  const where: Where = { guildId, channelId, userId: context.botUserId(), isThread: false, isManager: true };
  const workspaceId = `discord:${guildId}`;
  try {
    const reply = await context.desk.answer(askerOf(workspaceId, where), { kind: "welcome" });
    await respond(context, { where, workspaceId, interaction: null, below: null, earlier: null }, reply);
  } catch (error) {
    // Nobody asked for it.
    if (!isPlaceRefusal(error)) throw error;
  }
}

function isRecent(joinedAt: string, nowMs: number): boolean {
  return nowMs - Date.parse(joinedAt) < NEW_FOR_MS;
}
