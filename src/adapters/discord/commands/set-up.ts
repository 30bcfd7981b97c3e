import { InteractionResponseType, PermissionFlagsBits } from "discord-api-types/v10";
import type { PlaceRights } from "../../../domain/chat/chat.ts";
import { type FilledForm, faultOf, intentOf } from "../../chat/setup-form.ts";
import { isPlaceRefusal, sentenceOf } from "../connection/errors.ts";
import { permissionsIn } from "../connection/permissions-in.ts";
import { placeRightsOf } from "../connection/place-rights.ts";
import { forumOf } from "../threads/forum.ts";
import { askerOf, type DiscordContext } from "./context.ts";
import type { Destination } from "./destination.ts";
import { acknowledge, answerAtOnce, workOn } from "./interactions.ts";
import { respond, tellFailure } from "./respond.ts";
import type { InteractionPayload, ModalPayload } from "./schema.ts";
import { readSetupModal, setupModal } from "./setup-modal.ts";

const IN_A_SERVER = "A digest is set up in a server: type /digest setup in the channel that should get it.";
/** Who may not see a channel or write in it is no member of it. */
const OF_MEMBERS = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

/** Opens the form for a digest: the first and only answer to a press or a command. */
export async function openSetup(context: DiscordContext, payload: InteractionPayload): Promise<void> {
  if (payload.guild_id === undefined) return answerAtOnce(context, payload, IN_A_SERVER);
  await acknowledge(context, payload, { type: InteractionResponseType.Modal, data: setupModal(payload.channel_id) });
}

/** What was filled in is answered as `/digest follow` in the chosen channel is, to whoever filled it in. */
export async function onSetup(context: DiscordContext, payload: ModalPayload): Promise<void> {
  const form = readSetupModal(payload);
  const fault = faultOf(form);
  if (fault !== null) return answerAtOnce(context, payload, fault.sentence);
  await workOn(context, { payload, as: "alone", handle: (to) => setUp(context, to, { form, payload }) });
}

async function setUp(context: DiscordContext, to: Destination, { form, payload }: { form: FilledForm; payload: ModalPayload }) {
  try {
    const { channelId } = form;
    const isHere = channelId === to.where.channelId;
    const place = isHere ? to.where.place : await placeRightsThere(context, to, channelId);
    const may = BigInt(payload.data.resolved?.channels[channelId]?.permissions ?? "0");
    const where = { ...to.where, channelId, isThread: isHere && to.where.isThread, place };
    const isMember = isHere || (may & PermissionFlagsBits.Administrator) !== 0n || (may & OF_MEMBERS) === OF_MEMBERS;
    await respond(context, to, await context.desk.answer({ ...askerOf(to.workspaceId, where), isMember }, intentOf(form)));
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
}

/** Undefined where Discord did not say. */
async function placeRightsThere(
  context: DiscordContext,
  { where }: Destination,
  channelId: string,
): Promise<PlaceRights | undefined> {
  const { guildId } = where;
  if (guildId === null) return undefined;
  try {
    const channel = await context.api.channel(channelId);
    const permissions = await permissionsIn(context.api, { guildId, channel, userId: context.botUserId() });
    const forum = forumOf(channel);
    return placeRightsOf(permissions, forum === null ? { kind: "channel" } : { kind: "forum", lacksTag: forum.lacksTag });
  } catch (error) {
    return isPlaceRefusal(error) ? { refusal: sentenceOf(error), note: null } : undefined;
  }
}
