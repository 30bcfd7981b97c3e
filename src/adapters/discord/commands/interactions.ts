import { InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { claimInTime } from "../../chat/take-payload.ts";
import { InDoubtError, isAcknowledged, isTooLate, refusalOf } from "../connection/errors.ts";
import { placeRightsOf } from "../connection/place-rights.ts";
import { isThreadType } from "../connection/places.ts";
import { renderNote } from "../documents/render.ts";
import type { DiscordContext, Where } from "./context.ts";
import type { Answering, Destination } from "./destination.ts";
import { mayManage } from "./people.ts";
import { tellFailure } from "./respond.ts";
import type { InteractionPayload } from "./schema.ts";

/** An interaction that is to be worked on, and as what it is acknowledged. */
export interface Interaction {
  payload: InteractionPayload;
  as: Answering["as"];
  handle(to: Destination): Promise<void>;
}

/** Acknowledges at once, and works in turn. Where too much waits already, that is the answer. */
export async function workOn(context: DiscordContext, { payload, as, handle }: Interaction): Promise<void> {
  const place = context.admission.reserve(`discord:${payload.guild_id ?? payload.user?.id ?? ""}`);
  if (place === null) return answerAtOnce(context, payload, TOO_MUCH);
  const interaction = await defer(context, payload, as === "shared" && isCarried(payload) ? "alone" : as);
  if (interaction === null) return place.leave();
  await place.begin(() => once(context, interaction, { payload, handle }));
}

/** One sentence for the asker alone, in the place of an acknowledgement. */
export async function answerAtOnce(context: DiscordContext, payload: InteractionPayload, sentence: string): Promise<void> {
  const data = { ...renderNote("warning", sentence), flags: MessageFlags.Ephemeral };
  await acknowledge(context, payload, { type: InteractionResponseType.ChannelMessageWithSource, data });
}

function refOf(payload: InteractionPayload): { id: string; applicationId: string; token: string } {
  return { id: payload.id, applicationId: payload.application_id, token: payload.token };
}

/** Discord waits three seconds. False where the answer to it would reach nobody. */
export async function acknowledge(context: DiscordContext, payload: InteractionPayload, body: object): Promise<boolean> {
  try {
    await context.acknowledgements.during(context.api.acknowledge(refOf(payload), body));
    return true;
  } catch (error) {
    // Either a try got through whose answer was lost, or another process has it: the claim on the event tells.
    if (isAcknowledged(error)) return true;
    if (error instanceof InDoubtError) {
      // Whoever sees "is thinking" waits for an answer; where it never arrived, the bot answers as itself.
      context.logger.warn({ interactionId: payload.id, err: error }, "Discord did not confirm an acknowledgement");
      return true;
    }
    context.counts.failed += 1;
    const why = isTooLate(error)
      ? "Discord stopped waiting for this answer (10062): the process or the network is too slow"
      : "An interaction could not be acknowledged";
    context.logger.warn(
      { interactionId: payload.id, code: refusalOf(error)?.code, err: isTooLate(error) ? undefined : error },
      why,
    );
    return false;
  }
}

/** Acknowledges at once, and works then. */
async function defer(context: DiscordContext, payload: InteractionPayload, as: Answering["as"]): Promise<Answering | null> {
  const type =
    as === "update" ? InteractionResponseType.DeferredMessageUpdate : InteractionResponseType.DeferredChannelMessageWithSource;
  const body = as === "alone" ? { type, data: { flags: MessageFlags.Ephemeral } } : { type };
  return (await acknowledge(context, payload, body)) ? { ...refOf(payload), as, isAnswered: false } : null;
}

/** Whether no server's installation brought the app there, but its user's own (discord.com/developers/docs/interactions/receiving-and-responding). */
function isCarried({ authorizing_integration_owners: owners }: InteractionPayload): boolean {
  return owners?.["1"] !== undefined && owners["0"] === undefined;
}

export function whereOf(payload: InteractionPayload): Where {
  const { app_permissions: permissions } = payload;
  const isThread = isThreadType(payload.channel?.type);
  if (isCarried(payload)) {
    const userId = payload.member?.user.id ?? payload.user?.id ?? "";
    return { guildId: null, channelId: payload.channel_id, userId, isThread, isManager: false, isCarried: true };
  }
  const isKnown = permissions !== undefined && payload.guild_id !== undefined;
  return {
    guildId: payload.guild_id ?? null,
    channelId: payload.channel_id,
    userId: payload.member?.user.id ?? payload.user?.id ?? "",
    isThread,
    isManager: payload.member !== undefined && mayManage(payload.member.permissions),
    place: isKnown ? placeRightsOf(permissions, { kind: isThread ? "thread" : "channel" }) : undefined,
  };
}

async function destination(context: DiscordContext, payload: InteractionPayload, interaction: Answering): Promise<Destination> {
  const where = whereOf(payload);
  const workspaceId = await context.places.workspaceOf(where.guildId, where.userId);
  return { where, workspaceId, interaction, below: null, earlier: null };
}

/** Handles what has not been handled. Whoever waits for an answer is told where the store or Discord could not be asked. */
async function once(context: DiscordContext, interaction: Answering, work: Omit<Interaction, "as">): Promise<void> {
  try {
    if (await claimInTime(context.events, `discord:interaction:${interaction.id}`))
      await work.handle(await destination(context, work.payload, interaction));
    else context.counts.repeated += 1;
  } catch (error) {
    const to = { where: whereOf(work.payload), workspaceId: "", interaction, below: null, earlier: null };
    await tellFailure(context, to, { error, messages: [] });
  }
}
