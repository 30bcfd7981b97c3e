import { z } from "zod";

/**
 * Slack's socket client emits the type of a frame, or of the event in it, as an event of its own, and reads both without looking:
 * a frame without a payload throws where nobody catches, and one of type "close" would end the connection. Only these get through.
 */
const frame = z.discriminatedUnion("type", [
  z.object({ type: z.literal("hello") }),
  z.object({ type: z.literal("disconnect"), reason: z.string().optional().catch(undefined) }),
  z.object({
    type: z.literal("events_api"),
    envelope_id: z.string().min(1),
    payload: z.object({
      event: z.object({
        type: z.string().regex(/^(?!close$|error$|ws_message$|slack_event$|connect|disconnect|reconnect|authenticated$)/),
      }),
    }),
  }),
  z.object({
    type: z.enum(["slash_commands", "interactive"]),
    envelope_id: z.string().min(1),
    payload: z.record(z.string(), z.unknown()),
  }),
]);

/** Whether a text from the socket is a frame that the client can take. */
export function isFrame(text: string): boolean {
  return read(text) !== null;
}

/** Why Slack is about to close the socket ("refresh_requested", "link_disabled"); null for a frame that says nothing of it. */
export function disconnectReason(text: string): string | null {
  const found = read(text);
  return found?.type === "disconnect" ? (found.reason ?? null) : null;
}

function read(text: string): z.infer<typeof frame> | null {
  try {
    return frame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
