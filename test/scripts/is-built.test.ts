import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuilt } from "../../scripts/is-built.mjs";

const SCRIPTS = ["build", "bundle", "escape-patterns", "start-built"].map((name) => `scripts/${name}.ts`);
let root: string;

/** A file, and its folder, as of a minute. */
function write(name: string, minute: number): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  utimesSync(path, minute * 60, minute * 60);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "attache-built-"));
  for (const name of ["package-lock.json", ...SCRIPTS, "src/main.ts", "src/domain/errors.ts"]) write(name, 1);
  for (const folder of ["src", "src/domain"]) utimesSync(join(root, folder), 60, 60);
});
afterEach(() => rmSync(root, { recursive: true }));

describe("whether the program of a checkout is built", () => {
  it("says no where nothing was built", () => {
    expect(isBuilt(root)).toBe(false);
  });

  it("says yes where it was built after the last change", () => {
    write("dist/main.js", 2);
    expect(isBuilt(root)).toBe(true);
  });

  it.each(["src/domain/errors.ts", "package-lock.json", ...SCRIPTS])("says no once %s has changed", (name) => {
    write("dist/main.js", 2);
    write(name, 3);
    expect(isBuilt(root)).toBe(false);
  });

  it("says no once a file of the source is gone", () => {
    write("dist/main.js", 2);
    rmSync(join(root, "src/domain/errors.ts"));
    expect(isBuilt(root)).toBe(false);
  });
});
