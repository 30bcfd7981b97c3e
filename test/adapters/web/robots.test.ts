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
    "The robots.txt of gazette.example could not be read, so its pages are left alone for now: It took longer than 5 seconds to read.",
  );
});
