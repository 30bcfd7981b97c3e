import type { App } from "@slack/bolt";
import type { Intent } from "../../../domain/chat/intent.ts";
import { AppError } from "../../../domain/errors.ts";
import { OUTDATED_BUTTON } from "../../chat/buttons.ts";
import { noteDocument } from "../../chat/note-document.ts";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { readPayload } from "../../chat/take-payload.ts";
import { disputeIn, formOf, ITEM_FIELD } from "../../chat/wrong-form.ts";
import { isTokenRefusal } from "../connection/errors.ts";
import { begin, type Listening, reserve } from "../connection/take-delivery.ts";
import { renderDocument } from "../documents/render.ts";
import type { SlackContext } from "./context.ts";
import type { Destination } from "./destination.ts";
import { respond, tellFailure } from "./respond.ts";
import { setupPayload, type WrongWhere } from "./schema.ts";
import { noteMessage, whisper } from "./whisper.ts";
import { readWrongModal, WRONG_MODAL, wrongModal } from "./wrong-modal.ts";

const NO_FORM = "If no form has opened, press “Wrong?” again.";
const UNREADABLE = "Choose what is wrong, and what is wrong with it.";

interface Pressed {
  triggerId: string;
  /** The opaque id of the button. */
  value: string;
  to: Destination;
}

/** A trigger opens one form, within three seconds. */
export async function openWrong(context: SlackContext, { triggerId, value, to }: Pressed): Promise<void> {
  const { channelId, threadTs, userId } = to;
  try {
    const intent = await context.actions.get((await context.identify()).workspaceId, value);
    if (intent === null)
      return await whisper(context, to, renderDocument(noteDocument("info", OUTDATED_BUTTON), () => null).message);
    const answered = await context.desk.answer(await context.askerOf({ userId, channelId, threadTs }), intent);
    const form = formOf(answered);
    if (form === null) return void (await respond(context, to, answered));
    const view = wrongModal(form, { channelId, threadTs });
    await context.posting.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    const told = isTokenRefusal(error) ? error : new AppError("interrupted", NO_FORM, { cause: error });
    await tellFailure(context, to, { error: told, messages: [] });
  }
}

/** What was filled in is answered to whoever filled it in, where they pressed. */
export function addWrongListener(app: App, listening: Listening): void {
  app.view(WRONG_MODAL, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: setupPayload, kind: "modal" }, body);
    const read = payload === null ? null : readWrongModal(payload);
    const dispute = read === null ? null : disputeIn(read.form);
    const place = dispute === null ? null : reserve(listening, teamId);
    const wrong = payload === null || place !== null ? null : dispute === null ? UNREADABLE : TOO_MUCH;
    await listening.acknowledgements.during(
      wrong === null ? ack() : ack({ response_action: "errors", errors: { [ITEM_FIELD.name]: wrong } }),
    );
    if (payload === null || read === null || dispute === null || place === null) return;
    const to = destinationOf(payload.user.id, read.where);
    const work = {
      handle: (context: SlackContext) => answerWrong(context, to, dispute),
      async tell(sentence: string) {
        const context = listening.teams.known(teamId ?? "");
        if (context !== null) await whisper(context, to, noteMessage(sentence));
      },
    };
    begin(listening, place, { delivered: { teamId, kind: "modal", key: `slack:wrong:${payload.view.id}` }, work });
  });
}

async function answerWrong(context: SlackContext, to: Destination, dispute: Intent): Promise<void> {
  try {
    const { userId, channelId, threadTs } = to;
    const asker = await context.askerOf({ userId, channelId, threadTs });
    await respond(context, to, await context.desk.answer(asker, dispute));
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
}

function destinationOf(userId: string, { channelId, threadTs }: WrongWhere): Destination {
  return { userId, channelId, threadTs, opensThread: false, responseUrl: null, replaces: false, earlier: null };
}
