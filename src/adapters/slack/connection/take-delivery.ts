import pLimit from "p-limit";
import type { Clock } from "../../../domain/clock.ts";
import type { Admission, Place } from "../../chat/admit-work.ts";
import { TOO_MUCH } from "../../chat/store-trouble.ts";
import { handleOnce, type Taking } from "../../chat/take-payload.ts";
import type { Acknowledgements } from "../../chat/take-turns.ts";
import type { SlackContext, SlackTimings } from "../commands/context.ts";
import { answerUrl, forAsker, noteMessage } from "../commands/whisper.ts";
import type { Teams } from "./create-teams.ts";
import { sentenceOf } from "./errors.ts";
import type { Installations } from "./installations.ts";

/** Runs work that Slack no longer waits for; the adapter's stop waits for it. */
export type Track = (work: Promise<void>) => void;

export interface Listening extends Taking {
  clock: Clock;
  teams: Teams;
  timings: SlackTimings;
  acknowledgements: Acknowledgements;
  admission: Admission;
  /** Whether nobody was told under a key lately. */
  isNews(key: string): boolean;
  /** Null where the app is for one workspace. */
  installations: Installations | null;
  track: Track;
}

/** Of what Slack sent: the team that it was delivered for, and the key under which it is handled once. */
export interface Delivered {
  teamId: string | undefined;
  kind: string;
  key: string;
}

export interface Work {
  handle(context: SlackContext): Promise<void>;
  /** One sentence for whoever waits for an answer, where there is none. */
  tell(sentence: string): Promise<void>;
}

/** Null where too much waits already. */
export function reserve({ admission }: Listening, teamId: string | undefined): Place | null {
  return admission.reserve(`slack:${teamId ?? ""}`);
}

/** Works on what was acknowledged, in its turn. */
export function begin(listening: Listening, place: Place, { delivered, work }: { delivered: Delivered; work: Work }): void {
  const handling = {
    handle: () => inTeam(listening, delivered, work),
    tell: (error: unknown) => work.tell(sentenceOf(error, "attache")),
  };
  listening.track(place.begin(() => handleOnce(listening, delivered.key, handling)));
}

/** A team that has not installed the app, or has removed it, gets nothing. */
async function inTeam(listening: Listening, { teamId, kind }: Delivered, work: Work): Promise<void> {
  const context = await listening.teams.of(teamId ?? "");
  if (context !== null) return work.handle(context);
  listening.logger.warn({ teamId, kind }, "Dropped an event from a workspace without the app");
}

/** By the address that a command or a button brings along: no token is needed for it, and no store. */
export async function tellByUrl(listening: Listening, url: string, sentence: string): Promise<void> {
  await answerUrl(listening, url, forAsker(noteMessage(sentence), false));
}

const REFUSALS_AT_ONCE = 8;

/** What is turned away without its answer: said a few at a time, behind what is to be acknowledged. */
export function createRefusals(listening: Listening): (tell: Work["tell"]) => void {
  const fewAtATime = pLimit(REFUSALS_AT_ONCE);
  return (tell) =>
    listening.track(
      fewAtATime(async () => {
        await listening.acknowledgements.quiet();
        await tell(TOO_MUCH);
      }).catch((error: unknown) =>
        listening.logger.warn({ err: error }, "Could not tell the asker that there is too much to do"),
      ),
    );
}
