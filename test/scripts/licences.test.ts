import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeSbom } from "../../scripts/complete-sbom.ts";
import { licenceFaults, noticeText, readProductionPackages, thirdPartyList } from "../../scripts/production-packages.ts";

const LOCK = JSON.stringify({
  packages: {
    "": { name: "attache", version: "0.1.0", license: "Apache-2.0" },
    "node_modules/zod": { version: "4.0.0", license: "MIT" },
    "node_modules/a/node_modules/zod": { version: "3.0.0", license: "MIT" },
    "node_modules/a": { version: "1.0.0", license: "(GPL-3.0 OR MIT)" },
    "node_modules/b": { version: "1.0.0", license: "MIT and ISC" },
    "node_modules/a/node_modules/b": { version: "1.0.0", license: "MIT and ISC" },
    "node_modules/@x/native-linux": { version: "1.0.0", license: "MIT", optional: true },
    "node_modules/vitest": { version: "4.0.0", license: "MIT", dev: true },
    "node_modules/elkjs": { version: "0.11.1" },
  },
});
const read = (change: Record<string, object> = {}) => {
  const lock = JSON.parse(LOCK);
  return readProductionPackages(JSON.stringify({ packages: { ...lock.packages, ...change } }));
};

describe("the licences of what is installed", () => {
  it("are read of every package of production, once a version, and none of development's", () => {
    expect(read().map(({ name, version, licence }) => `${name} ${version} ${licence}`)).toEqual([
      "@x/native-linux 1.0.0 MIT",
      "a 1.0.0 (GPL-3.0 OR MIT)",
      "b 1.0.0 MIT and ISC",
      "elkjs 0.11.1 EPL-2.0",
      "zod 3.0.0 MIT",
      "zod 4.0.0 MIT",
    ]);
  });

  it.each(["GPL-3.0", "MIT AND GPL-3.0", "(AGPL-3.0 OR SSPL-1.0)", "UNLICENSED", "SEE LICENSE IN LICENSE.md"])(
    "are refused where nobody has weighed them: %s",
    (license) => {
      expect(licenceFaults(read())).toEqual([]);
      expect(licenceFaults(read({ "node_modules/c": { version: "1.0.0", license } }))).toEqual([
        `c 1.0.0 is under ${license}, which is not among those that may come in: weigh it, or take another package.`,
      ]);
    },
  );

  it("are refused where there is none, and where a package that was weighed has another one now", () => {
    expect(licenceFaults(read({ "node_modules/c": { version: "1.0.0" } }))).toEqual([
      expect.stringMatching(/^c 1\.0\.0 names no licence/),
    ]);
    const changed = { "node_modules/elkjs": { version: "6.0.0", license: "CC-BY-NC-4.0" } };
    expect(licenceFaults(read(changed))).toEqual([expect.stringMatching(/^elkjs 6\.0\.0 is under CC-BY-NC-4\.0/)]);
  });

  it("stand in the list and, where they want it, in NOTICE", () => {
    expect(thirdPartyList(read())).toContain("## MIT (3)\n\n@x/native-linux 1.0.0, zod 3.0.0, zod 4.0.0\n");
    expect(noticeText(read())).toMatch(/elkjs 0\.11\.1 \(EPL-2\.0\)\nComes with/);
    expect(noticeText(read().filter(({ name }) => name !== "elkjs"))).not.toContain("want to be named");
  });

  it("are those of the files in this repository", () => {
    const packages = readProductionPackages(readFileSync("package-lock.json", "utf8"));
    expect(licenceFaults(packages)).toEqual([]);
    expect(readFileSync("THIRD-PARTY.md", "utf8")).toBe(thirdPartyList(packages));
    expect(readFileSync("NOTICE", "utf8")).toBe(noticeText(packages));
  });
});

describe("the bill of materials", () => {
  const component = (name: string, version: string) => ({ "bom-ref": `${name}@${version}`, type: "library", name, version });
  const printed = {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: { component: { "bom-ref": "attache@0.1.0", name: "folder" } },
    components: [
      component("zod", "4.0.0"),
      component("zod", "3.0.0"),
      component("a", "1.0.0"),
      component("b", "1.0.0"),
      component("vitest", "4.0.0"),
      component("elkjs", "0.11.1"),
    ],
    dependencies: [
      { ref: "attache@0.1.0", dependsOn: ["zod@4.0.0", "vitest@4.0.0"] },
      { ref: "vitest@4.0.0", dependsOn: ["zod@4.0.0"] },
    ],
  };

  it("holds what production installs under the program's name, and nothing of development", () => {
    const { document, missing } = completeSbom(printed, { name: "attache", packages: read() });
    expect(missing).toEqual([]);
    expect(document.metadata.component.name).toBe("attache");
    expect(document.components.map(({ name }) => name)).not.toContain("vitest");
    expect(document.components.find(({ name }) => name === "elkjs")?.licenses).toEqual([{ license: { id: "EPL-2.0" } }]);
    expect(document.dependencies).toEqual([{ ref: "attache@0.1.0", dependsOn: ["zod@4.0.0"] }]);
  });

  it("says what npm has left out", () => {
    const less = { ...printed, components: printed.components.slice(1) };
    expect(completeSbom(less, { name: "attache", packages: read() }).missing).toEqual(["zod@4.0.0"]);
  });
});
