import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { brokenWalls, MOST_FILES, ROOMS, readSources } from "../../scripts/walls.ts";

const rooms = Object.keys(ROOMS);
const fileIn = (room: string) => (room.endsWith(".ts") ? room : `${room}/deep/inside.ts`);
const walls = rooms.flatMap((from) =>
  rooms
    .filter((to) => to !== from && ![...(ROOMS[from] ?? [])].some((each) => to === each || to.startsWith(`${each}/`)))
    .map((to) => ({ from, to })),
);

describe("the walls between the rooms of src/", () => {
  it("hold in the program as it is", () => {
    expect(brokenWalls(readSources(fileURLToPath(new URL("../../src", import.meta.url))))).toEqual([]);
  });

  it.each(walls)("$from may not import $to, be it only a type", ({ from, to }) => {
    const up = from.endsWith(".ts") ? "./" : "../".repeat(fileIn(from).split("/").length - 1);
    const sources = new Map([[fileIn(from), `import type { A } from "${up}${fileIn(to)}";\n`]]);
    expect(brokenWalls(sources)).toEqual([`src/${fileIn(from)} imports src/${fileIn(to)}, which ${from} may not know.`]);
  });

  it("are one-way: no two rooms may import each other", () => {
    const allows = (from: string, to: string) => (ROOMS[from] ?? []).some((each) => to === each || to.startsWith(`${each}/`));
    expect(rooms.flatMap((a) => rooms.filter((b) => a < b && allows(a, b) && allows(b, a)).map((b) => [a, b]))).toEqual([]);
  });

  it("see an import that is made late, and one that spans lines", () => {
    const late = `const a = await import("../../src/adapters/web/robots.ts");\nimport {\n  b,\n} from "../../src/app/serve.ts";\n`;
    expect(brokenWalls(new Map([["domain/clock.ts", late]]))).toHaveLength(2);
  });

  it.each([
    'import { Prisma } from "../generated/client.ts";\n',
    'import {\n  type A,\n  Prisma,\n} from "../generated/client.ts";\n',
    'import "../postgresql/generated/client.ts";\n',
    'export { Prisma } from "../generated/client.ts";\n',
    'const { Prisma } = await import("../generated/client.ts");\n',
  ])("keep Prisma's client out of a command that only reads: %j", (source) => {
    const path = "adapters/prisma/meetings/new-reader.ts";
    expect(brokenWalls(new Map([[path, source]]))).toEqual([expect.stringContaining("loads Prisma's client")]);
    expect(brokenWalls(new Map([["adapters/prisma/sqlite/prisma-client.ts", source]]))).toEqual([]);
  });

  it("let whoever wants only its types have them", () => {
    const types =
      'import type { PrismaClient } from "../generated/client.ts";\nimport type {\n  A,\n} from "./generated/models.ts";\n';
    expect(brokenWalls(new Map([["adapters/prisma/meetings/new-reader.ts", types]]))).toEqual([]);
  });

  it("tell of a file that stands in no room", () => {
    expect(brokenWalls(new Map([["helpers/misc.ts", ""]]))[0]).toContain("stands in no room");
  });

  it("let a folder hold no more than can be taken in", () => {
    const crowd = Array.from({ length: MOST_FILES + 1 }, (_, at): [string, string] => [`domain/file-${at}.ts`, ""]);
    expect(brokenWalls(new Map(crowd))).toEqual([expect.stringContaining(`holds ${MOST_FILES + 1} files`)]);
    expect(brokenWalls(new Map(crowd.slice(1)))).toEqual([]);
  });
});
