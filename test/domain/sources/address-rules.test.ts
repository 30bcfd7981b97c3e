import { describe, expect, it } from "vitest";
import { isAllowedAddress, readAllowList } from "../../../src/domain/sources/address-rules.ts";

const NOTHING = readAllowList([]).list;

describe("the addresses that may be connected to", () => {
  it.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "64:ff9b::808:808", "2002:808:808::1"])("%s is public", (address) =>
    expect(isAllowedAddress(address, NOTHING)).toBe(true),
  );

  it.each([
    ["0.0.0.0", "this machine"],
    ["127.0.0.1", "loopback"],
    ["10.1.2.3", "private"],
    ["172.16.0.1", "private"],
    ["192.168.1.1", "private"],
    ["100.64.1.1", "a carrier's own"],
    ["169.254.169.254", "link-local, and the metadata of clouds"],
    ["168.63.129.16", "the metadata of a cloud at a public address"],
    ["192.0.2.1", "documentation"],
    ["198.18.0.1", "benchmarks"],
    ["224.0.0.1", "multicast"],
    ["255.255.255.255", "broadcast"],
    ["::", "unspecified"],
    ["::1", "loopback"],
    ["fe80::1%eth0", "link-local with a zone"],
    ["fc00::1", "unique local"],
    ["fd00:ec2::254", "the metadata of a cloud"],
    ["fec0::1", "site-local"],
    ["ff02::1", "multicast"],
    ["2001:db8::1", "documentation"],
    ["::ffff:127.0.0.1", "an IPv4 loopback in IPv6"],
    ["::ffff:a9fe:a9fe", "metadata in IPv6"],
    ["::127.0.0.1", "an IPv4 address, the old way"],
    ["64:ff9b::7f00:1", "loopback behind NAT64"],
    ["64:ff9b:1::a00:1", "private behind a local NAT64"],
    ["2002:7f00:1::", "loopback in 6to4"],
    ["2001:0:4136:e378:8000:63bf:3fff:fdd2", "Teredo"],
    ["not an address", "no address"],
  ])("%s is refused: %s", (address) => expect(isAllowedAddress(address, NOTHING)).toBe(false));

  it("those of the allow-list are let through, in whatever form they come, and no others", () => {
    const { list, mistakes } = readAllowList(["10.1.0.0/16", " ::1 ", "wiki.corp.example", "no such thing!"]);
    expect(mistakes).toEqual(["no such thing!"]);
    expect(list.hosts).toEqual(new Set(["wiki.corp.example"]));
    for (const address of ["10.1.255.1", "::ffff:10.1.0.1", "::1"]) expect(isAllowedAddress(address, list)).toBe(true);
    for (const address of ["10.2.0.1", "127.0.0.1", "::2"]) expect(isAllowedAddress(address, list)).toBe(false);
  });
});
