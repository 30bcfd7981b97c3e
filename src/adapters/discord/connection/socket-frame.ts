import { GatewayOpcodes } from "discord-api-types/v10";
import { z } from "zod";

/**
 * discord.js's gateway client reads the fields of a frame without looking: one that lacks them throws where nobody catches, which ends
 * the process. Only these get through.
 */
const READY = z.object({
  session_id: z.string().min(1),
  resume_gateway_url: z.url({ protocol: /^wss?$/ }),
  user: z.object({ id: z.string().min(1) }),
});
const HELLO = z.object({ heartbeat_interval: z.number().min(1) });

const dispatch = z
  .object({ t: z.string().min(1), s: z.number(), d: z.record(z.string(), z.unknown()).nullish() })
  .refine(({ t, d }) => t !== "READY" || READY.safeParse(d).success);

const frame = z.looseObject({ op: z.number() });

/** Whether a text from the socket is a frame that the client can take. */
export function isFrame(text: unknown): boolean {
  if (typeof text !== "string") return false;
  const parsed = frame.safeParse(parseJson(text));
  if (!parsed.success) return false;
  switch (parsed.data.op) {
    case GatewayOpcodes.Dispatch:
      return dispatch.safeParse(parsed.data).success;
    case GatewayOpcodes.InvalidSession:
      return typeof parsed.data["d"] === "boolean";
    case GatewayOpcodes.Hello:
      return HELLO.safeParse(parsed.data["d"]).success;
    default:
      return true;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
