import { openWithKey } from "../../commands/access/access-key.ts";
import type { Clock } from "../../domain/clock.ts";
import type { AccessRecord, AccessScope, AccessStore } from "../../domain/workspace/access.ts";
import { createRateLimit } from "./rate-limit.ts";
import { type Caller, refuse } from "./route.ts";

/** Of 256 random bits nobody guesses one; this keeps whoever tries from costing more than a look at the store. */
const WRONG_PER_MINUTE = 20;
const BEARER = /^Bearer +([\w-]{1,200})$/i;

/** Lets requests in by the keys that were given out, each at its rate. */
export interface Access {
  /** What a key opens, or the refusal for whoever shows it. */
  open(key: string, caller: Caller, scopes: readonly AccessScope[]): Promise<AccessRecord | Response>;
  /** By the token that the request carries. */
  openBearer(request: Request, caller: Caller): Promise<AccessRecord | Response>;
}

export function createAccess(store: AccessStore, clock: Clock): Access {
  const rates = createRateLimit(clock);
  const wrongs = createRateLimit(clock);

  async function open(key: string, caller: Caller, scopes: readonly AccessScope[]): Promise<AccessRecord | Response> {
    const record = await openWithKey(store, key, { scopes, nowMs: clock.now() });
    if (record === null) {
      const waitSeconds = wrongs.take(caller.address, WRONG_PER_MINUTE);
      return waitSeconds === null ? unknown() : tooMany(waitSeconds);
    }
    const waitSeconds = rates.take(record.id, record.ratePerMinute);
    return waitSeconds === null ? record : tooMany(waitSeconds);
  }

  return {
    open,
    async openBearer(request, caller) {
      const [, token] = BEARER.exec(request.headers.get("authorization") ?? "") ?? [];
      return open(token ?? "", caller, ["read", "write"]);
    },
  };
}

function unknown(): Response {
  const sentence = "No valid token: send Authorization: Bearer with a token that attache tokens create has made.";
  return refuse(401, sentence, { "www-authenticate": 'Bearer realm="attache"' });
}

function tooMany(waitSeconds: number): Response {
  return refuse(429, `Too many requests: try again in ${waitSeconds} seconds.`, { "retry-after": String(waitSeconds) });
}
