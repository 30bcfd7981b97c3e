import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const example = readFileSync(".env.example", "utf8");
const known = new Set([...example.matchAll(/^#?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]));
const dockerfile = readFileSync("Dockerfile", "utf8");

/** Settings of the program that a file gives values for; those of Node and of the database's own image are not ours. */
function settingsIn(text: string): string[] {
  const named = [...text.matchAll(/^\s*(?:ENV |Environment=)?([A-Z][A-Z_]+)(?:=|: )\S/gm)].map((match) => match[1] ?? "");
  return named.filter((name) => !/^(?:NODE_ENV|POSTGRES_\w+)$/.test(name));
}

describe("what the program is deployed with", () => {
  it.each(["Dockerfile", "compose.yaml", "compose.postgresql.yaml", "deploy/attache.service"])(
    "%s sets settings that there are",
    (file) => {
      const settings = settingsIn(readFileSync(file, "utf8"));
      expect(settings).toContain("DATABASE_URL");
      expect(settings.filter((name) => !known.has(name))).toEqual([]);
    },
  );

  it("is an image whose last stage has no compiler, runs as nobody special, and copies what there is", () => {
    const stages = dockerfile.split(/^FROM /m).slice(1);
    expect(stages).toHaveLength(2);
    const last = stages.at(-1) ?? "";
    expect(last).not.toMatch(/apt-get|npm|g\+\+/);
    expect(last).toMatch(/^USER node$/m);
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => (match[1] ?? "").split(" "));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const allowed = readFileSync(".dockerignore", "utf8");
    expect(copied.filter((path) => !allowed.includes(`!${path}\n`))).toEqual([]);
  });

  it("is stopped later than the program needs to stop", () => {
    expect(readFileSync("compose.yaml", "utf8")).toContain("stop_grace_period: 15s");
    expect(readFileSync("deploy/attache.service", "utf8")).toContain("TimeoutStopSec=15");
  });
});
