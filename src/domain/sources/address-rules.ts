import ipaddr from "ipaddr.js";

/** What an intranet allows: host names, and addresses or ranges of them. */
export interface AllowList {
  hosts: ReadonlySet<string>;
  ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][];
}

/** Reads "wiki.corp.example, 10.1.0.0/16, ::1". Entries that are neither a name nor an address are given back as mistakes. */
export function readAllowList(entries: string[]): { list: AllowList; mistakes: string[] } {
  const hosts = new Set<string>();
  const ranges: AllowList["ranges"] = [];
  const mistakes: string[] = [];
  for (const entry of entries.map((each) => each.trim().toLowerCase()).filter((each) => each !== "")) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.isValid(entry)) ranges.push(wholeAddress(ipaddr.parse(entry)));
    else if (/[a-z]/.test(entry) && /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(entry)) hosts.add(entry);
    else mistakes.push(entry);
  }
  return { list: { hosts, ranges }, mistakes };
}

function wholeAddress(address: ipaddr.IPv4 | ipaddr.IPv6): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/**
 * Whether an address may be connected to: one of the public internet, or one that the operator allows. An IPv6 address that holds an
 * IPv4 address in it (mapped, compatible, NAT64, 6to4, Teredo) counts as that one, or as none.
 */
export function isAllowedAddress(text: string, allowed: AllowList): boolean {
  const bare = text.split("%", 1)[0] ?? text;
  if (!ipaddr.isValid(bare)) return false;
  const address = unwrap(ipaddr.parse(bare));
  if (address === null) return false;
  if (allowed.ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits))) return true;
  return address.range() === "unicast" && !isReserved(address);
}

/** RFC 6052: the well-known prefix of NAT64, and the one for local use (RFC 8215), which ends in an IPv4 address too. */
const NAT64 = ["64:ff9b::/96", "64:ff9b:1::/48"].map((range) => ipaddr.IPv6.parseCIDR(range));
const COMPATIBLE = ipaddr.IPv6.parseCIDR("::/96");

function unwrap(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (address.kind() === "ipv4") return address;
  const v6 = address as ipaddr.IPv6;
  if (v6.isIPv4MappedAddress()) return v6.toIPv4Address();
  const bytes = v6.toByteArray();
  if (v6.toNormalizedString() === "0:0:0:0:0:0:0:1") return v6;
  if (v6.match(COMPATIBLE) || NAT64.some(([range, bits]) => v6.match(range, bits))) return new ipaddr.IPv4(bytes.slice(12));
  if (bytes[0] === 0x20 && bytes[1] === 0x02) return new ipaddr.IPv4(bytes.slice(2, 6));
  // Teredo hides the address of its client by flipping its bits; nobody publishes news there.
  return v6.range() === "teredo" ? null : v6;
}

/** Ranges that routers treat as public and that no news is served from: IANA's special registries, in which ipaddr.js has gaps. */
const RESERVED_V4 = ["100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "198.18.0.0/15", "240.0.0.0/4"].map((range) =>
  ipaddr.IPv4.parseCIDR(range),
);
/** IPv6 gives out addresses from 2000::/3 alone. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

function isReserved(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.kind() === "ipv6") return !(address as ipaddr.IPv6).match(GLOBAL_V6);
  return RESERVED_V4.some(([range, bits]) => (address as ipaddr.IPv4).match(range, bits));
}
