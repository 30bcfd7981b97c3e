import { type LookupAddress, lookup } from "node:dns";
import { isIP } from "node:net";
import { buildConnector } from "undici";
import { type AllowList, isAllowedAddress } from "../../domain/sources/address-rules.ts";

/** Refused before anything was sent. */
export class RefusedAddressError extends Error {
  override readonly name = "RefusedAddressError";

  constructor(hostname: string) {
    super(`${hostname} has no public address`);
  }
}

export type Lookup = (hostname: string) => Promise<string[]>;

/** Every address of a name, as the system resolves it. */
export function systemLookup(hostname: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true, verbatim: false }, (error, addresses: LookupAddress[]) => {
      if (error !== null) reject(error);
      else resolve(addresses.map((each) => each.address));
    });
  });
}

/** Addresses of one name that are tried, one after another. */
const MAX_ADDRESSES = 3;

/**
 * A connector for undici that looks a name up itself and connects to the address that it has checked, so that a name which resolves
 * to something else a moment later reaches nothing. TLS still checks the certificate against the name.
 */
export function createGuardedConnect(options: {
  allowed: AllowList;
  lookup: Lookup;
  connectTimeoutMs: number;
  allowH2: boolean;
}): buildConnector.connector {
  const connect = buildConnector({ timeout: options.connectTimeoutMs, allowH2: options.allowH2 });
  const attempt = (target: buildConnector.Options) =>
    new Promise<Parameters<buildConnector.Callback>>((resolve) => {
      connect(target, (...answer) => resolve(answer));
    });
  return (target, callback) => {
    void checkedAddresses(target.hostname, options).then(
      async (addresses) => {
        let last: Parameters<buildConnector.Callback> = [new RefusedAddressError(target.hostname), null];
        for (const address of addresses.slice(0, MAX_ADDRESSES)) {
          last = await attempt({ ...target, hostname: address, servername: nameForTls(target.hostname) });
          if (last[0] === null) break;
        }
        callback(...last);
      },
      (error: Error) => callback(error, null),
    );
  };
}

/** TLS takes no address for a server's name. */
function nameForTls(hostname: string): string {
  return isIP(hostname.replace(/^\[|\]$/g, "")) === 0 ? hostname : "";
}

async function checkedAddresses(
  hostname: string,
  { allowed, lookup }: { allowed: AllowList; lookup: Lookup },
): Promise<string[]> {
  const bare = hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(bare) === 0 ? await lookup(bare) : [bare];
  if (allowed.hosts.has(bare.toLowerCase())) return addresses;
  const checked = addresses.filter((address) => isAllowedAddress(address, allowed));
  if (checked.length === 0) throw new RefusedAddressError(hostname);
  return checked;
}
