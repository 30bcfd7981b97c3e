import { expect, it } from "vitest";
import { createRobotsRules, type RobotsFile } from "../../../src/adapters/web/robots.ts";
import { readRobots } from "../../../src/adapters/web/robots-rules.ts";
import { AppError } from "../../../src/domain/errors.ts";

const PAGE = new URL("https://gazette.example/a");
const parts = { agent: "Attache", clock: { now: () => 0 }, onDelay: () => undefined };
const read = async (text: string, agent: string) => readRobots(text, agent);

it("asks again for a file whose asking failed by a fault of our own, and keeps the one that came", async () => {
  let asked = 0;
  const load = async (): Promise<RobotsFile> => {
    asked += 1;
    if (asked === 1) throw new AppError("store-busy", "The database is locked.");
    return { kind: "text", text: "User-agent: *\nDisallow: /b" };
  };
  const robots = createRobotsRules({ ...parts, load, read });
  await expect(robots.check(PAGE)).rejects.toThrow("locked");
  expect(await robots.check(PAGE)).toBe(null);
  expect(await robots.check(new URL("/b", PAGE))).toMatchObject({ trouble: "robots" });
  expect(asked).toBe(2);
});

it("leaves a host alone whose file is too much to be read", async () => {
  const tooMuch = async () => {
    throw new AppError("bad-input", "It took longer than 5 seconds to read.");
  };
  const robots = createRobotsRules({ ...parts, load: async () => ({ kind: "text", text: "" }), read: tooMuch });
  expect((await robots.check(PAGE))?.sentence).toBe(
    "Could not read the robots.txt of gazette.example, so Attaché does not read its pages for now. It took longer than 5 seconds to read.",
  );
});

it("asks once for a file that several pages wait for", async () => {
  let asked = 0;
  const load = async (): Promise<RobotsFile> => {
    asked += 1;
    return { kind: "none" };
  };
  const robots = createRobotsRules({ ...parts, load, read });
  await Promise.all([robots.check(PAGE), robots.check(new URL("/b", PAGE)), robots.check(new URL("/c", PAGE))]);
  expect(asked).toBe(1);
});

it("keeps no more rules than there is room for, and forgets first what nobody asked about for longest", async () => {
  const asked: string[] = [];
  const load = async ({ hostname }: URL): Promise<RobotsFile> => {
    asked.push(hostname);
    return { kind: "text", text: hostname };
  };
  // Two megabytes of rules for each host but one.
  const many = Array.from({ length: 20_000 }, () => ({ isAllowed: false, pattern: "/a" }));
  const short = { rules: [{ isAllowed: false, pattern: "/b" }], delayMs: null };
  const robots = createRobotsRules({
    ...parts,
    load,
    read: async (host) => (host === PAGE.hostname ? short : { rules: many, delayMs: null }),
  });
  for (let host = 0; host < 100; host++) {
    await robots.check(new URL(`https://h${host}.evil.example/`));
    expect(await robots.check(new URL("/b", PAGE))).toMatchObject({ trouble: "robots" });
  }
  await robots.check(new URL("https://h99.evil.example/"));
  await robots.check(new URL("https://h1.evil.example/"));
  expect(asked.filter((host) => host === PAGE.hostname)).toHaveLength(1);
  expect(asked.slice(-2)).toEqual(["h99.evil.example", "h1.evil.example"]);
});
