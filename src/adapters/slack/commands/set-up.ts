import type { App } from "@slack/bolt";
import { AppError } from "../../../domain/errors.ts";
import { intentOf } from "../../chat/setup-form.ts";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { readPayload } from "../../chat/take-payload.ts";
import { isTokenRefusal, refusalOf } from "../connection/errors.ts";
import { begin, type Listening, reserve } from "../connection/take-delivery.ts";
import { directChannel } from "../documents/reply-files.ts";
import { isDirect, type SlackContext } from "./context.ts";
import type { Destination } from "./destination.ts";
import { publishHome, publishTrouble } from "./home.ts";
import { placeRightsIn } from "./place-rights.ts";
import { respond, tellFailure } from "./respond.ts";
import { membersPage, setupPayload } from "./schema.ts";
import { type ReadSetup, readSetupModal, SETUP_MODAL, setupModal } from "./setup-modal.ts";

/** Pages of a channel's members that are looked through; a page holds a thousand. */
const MEMBER_PAGES = 10;
const MEMBERS_A_PAGE = 1000;
const NO_FORM = "If no form has opened, type /digest follow india-japan at 08:00 in the channel that should get the digest.";

/** A trigger opens one form, within three seconds. `channelId` is where it was pressed or typed, null for the Home tab. */
export async function openSetup(
  context: SlackContext,
  { triggerId, userId, channelId }: { triggerId: string; userId: string; channelId: string | null },
): Promise<void> {
  try {
    const { timeZone } = await context.askerOf({ userId, channelId: channelId ?? userId, threadTs: null });
    await context.posting.views.open({ trigger_id: triggerId, view: setupModal({ channelId }, timeZone) });
  } catch (error) {
    const told = isTokenRefusal(error) ? error : new AppError("interrupted", NO_FORM, { cause: error });
    await tellFailure(context, await answerPlace(context, userId, channelId), { error: told, messages: [] });
  }
}

/** The form says itself what is wrong with what was filled in, and stays open; the rest is answered as `/digest follow` is. */
export function addSetupListener(app: App, listening: Listening): void {
  app.view(SETUP_MODAL, async ({ ack, body, context: { teamId } }) => {
    const payload = readPayload(listening, { schema: setupPayload, kind: "modal" }, body);
    const read = payload === null ? null : readSetupModal(payload);
    const isRight = read !== null && read.errors === null;
    const place = isRight ? reserve(listening, teamId) : null;
    const errors = read?.errors ?? (isRight && place === null ? { topic: TOO_MUCH } : null);
    await listening.acknowledgements.during(errors === null ? ack() : ack({ response_action: "errors", errors }));
    if (payload === null || read === null || place === null) return;
    const userId = payload.user.id;
    const work = {
      handle: (context: SlackContext) => setUp(context, userId, read),
      async tell(sentence: string) {
        const context = listening.teams.known(teamId ?? "");
        if (context !== null) await publishTrouble(context, userId, sentence);
      },
    };
    begin(listening, place, { delivered: { teamId, kind: "modal", key: `slack:setup:${payload.view.id}` }, work });
  });
}

async function setUp(context: SlackContext, userId: string, { form, where }: ReadSetup): Promise<void> {
  const to = await answerPlace(context, userId, where.channelId);
  try {
    const asker = await context.askerOf({ userId, channelId: form.channelId, threadTs: null });
    const isMember = form.channelId === where.channelId || (await isMemberOf(context, form.channelId, userId));
    const place = await placeRightsIn(context, form.channelId);
    await respond(context, to, await context.desk.answer({ ...asker, isMember, place }, intentOf(form)));
    context.counts.answered += 1;
  } catch (error) {
    await tellFailure(context, to, { error, messages: [] });
  }
  if (where.channelId === null) await publishHome(context, userId);
}

/** Where the form was opened, for the asker alone; from the Home tab it is a direct message. */
async function answerPlace(context: SlackContext, userId: string, channelId: string | null): Promise<Destination> {
  const to = { userId, threadTs: null, opensThread: false, responseUrl: null, replaces: false, earlier: null };
  return { ...to, channelId: channelId ?? (await directChannel(context, { ...to, channelId: userId })) };
}

/** Whether somebody is in a channel that they chose in a form. What Slack does not show the app, its own rights there will say. */
async function isMemberOf(context: SlackContext, channelId: string, userId: string): Promise<boolean> {
  if (isDirect(channelId)) return true;
  let cursor = "";
  try {
    for (let page = 0; page < MEMBER_PAGES; page += 1) {
      const asked = { channel: channelId, limit: MEMBERS_A_PAGE, ...(cursor === "" ? {} : { cursor }) };
      const { members, response_metadata } = membersPage.parse(await context.client.conversations.members(asked));
      if (members.includes(userId)) return true;
      cursor = response_metadata?.next_cursor ?? "";
      if (cursor === "") return false;
    }
    return false;
  } catch (error) {
    return refusalOf(error)?.code === "channel_not_found";
  }
}
