import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const PROGRAM =
  '(function(module,require,$here){module.exports={runCommandLine:async()=>console.log("WORD",process.argv.slice(2).join(),$here.endsWith("main.mjs"),require("node:path").sep)}})';

let folder: string;

async function write(word: string, checksum: string): Promise<void> {
  writeFileSync(join(folder, "attache.cjs"), PROGRAM.replace("WORD", word));
  await build({
    entryPoints: ["scripts/start-built.ts"],
    outfile: join(folder, "main.mjs"),
    platform: "node",
    format: "esm",
    define: { PROGRAM_CHECKSUM: JSON.stringify(checksum) },
  });
}

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "main.mjs"), ...args], { encoding: "utf8" });
  return stdout + stderr;
}

const kept = () => readdirSync(folder).filter((name) => name.startsWith("attache.cjs."));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "attache-start-"));
  await write("one", "aaaa");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("how the built program starts", () => {
  it("runs the command line, and keeps what V8 compiled for the next start", () => {
    expect(run("briefing")).toBe("one briefing true /\n");
    expect(kept()).toEqual([`attache.cjs.aaaa-${process.versions.v8}`]);
    expect(run("briefing", "a-b")).toBe("one briefing,a-b true /\n");
  });

  it("keeps nothing of the help, which compiles little", () => {
    expect(run("--help")).toBe("one --help true /\n");
    expect(kept()).toEqual([]);
  });

  it("asks nothing of what another build kept", async () => {
    run("briefing");
    // Of the same length, which is all that V8 compares.
    await write("two", "bbbb");
    expect(run("briefing")).toBe("two briefing true /\n");
    expect(kept()).toHaveLength(2);
  });

  it("starts where what was kept is broken, and leaves it alone", () => {
    run("briefing");
    const [name = ""] = kept();
    writeFileSync(join(folder, name), "broken");
    expect(run("briefing")).toBe("one briefing true /\n");
    expect(readFileSync(join(folder, name), "utf8")).toBe("broken");
  });
});
