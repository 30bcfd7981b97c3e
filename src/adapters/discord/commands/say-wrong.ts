import { InteractionResponseType } from "discord-api-types/v10";
import { OUTDATED_BUTTON } from "../../chat/buttons.ts";
import { disputeIn, formOf } from "../../chat/wrong-form.ts";
import { sentenceOf } from "../connection/errors.ts";
import { askerOf, type DiscordContext } from "./context.ts";
import type { Destination } from "./destination.ts";
import { acknowledge, answerAtOnce, whereOf, workOn } from "./interactions.ts";
import { respond, tellFailure } from "./respond.ts";
import type { ButtonPayload, ModalPayload } from "./schema.ts";
import { readWrongModal, wrongModal } from "./wrong-modal.ts";

const UNREADABLE = "I could not read the form. Press “Wrong?” again.";
const NO_FORM = "What this message showed is not stored any more. Ask again to get a new answer.";

/** Opens the form: the first and only answer to the press, so that what it offers is looked up before. */
export async function openWrong(context: DiscordContext, payload: ButtonPayload): Promise<void> {
  try {
    const where = whereOf(payload);
    const workspaceId = await context.places.workspaceOf(where.guildId, where.userId);
    const intent = await context.actions.get(workspaceId, payload.data.custom_id.split(":").at(-1) ?? "");
    if (intent === null) return await answerAtOnce(context, payload, OUTDATED_BUTTON);
    const form = formOf(await context.desk.answer(askerOf(workspaceId, where), intent));
    if (form === null) return await answerAtOnce(context, payload, NO_FORM);
    await acknowledge(context, payload, { type: InteractionResponseType.Modal, data: wrongModal(form) });
  } catch (error) {
    context.logger.warn({ interactionId: payload.id, err: error }, "A form could not be opened");
    await answerAtOnce(context, payload, sentenceOf(error));
  }
}

/** What was filled in is answered to whoever filled it in. */
export async function onWrong(context: DiscordContext, payload: ModalPayload): Promise<void> {
  const dispute = disputeIn(readWrongModal(payload));
  if (dispute === null) return answerAtOnce(context, payload, UNREADABLE);
  const handle = async (to: Destination) => {
    try {
      await respond(context, to, await context.desk.answer(askerOf(to.workspaceId, to.where), dispute));
      context.counts.answered += 1;
    } catch (error) {
      await tellFailure(context, to, { error, messages: [] });
    }
  };
  await workOn(context, { payload, as: "alone", handle });
}
