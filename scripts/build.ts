import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { layOutWeights, readWeightFile } from "../src/grammar/weight-file.ts";

/**
 * Builds the program into dist/: one file for the command line, a chunk for each part that a command loads when it needs it, and a file for
 * each kind of thread. Node reads a few large files much faster than a thousand small ones.
 */

/** What most commands load is built in. Other packages stay where npm installed them: some are native, some start threads from their own files. */
const BUILT_IN = new Set([
  "@prisma/client",
  "@prisma/client-runtime-utils",
  "@prisma/driver-adapter-utils",
  "@prisma/debug",
  "commander",
  "fastest-levenshtein",
  "ipaddr.js",
  "p-limit",
  "yocto-queue",
  "picocolors",
  "stemmer",
  "temporal-polyfill",
  "temporal-spec",
  "tldts",
  "tldts-core",
  "zod",
]);

const OUT = "dist";

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: {
    main: "src/main.ts",
    "extract-worker": "src/adapters/threads/extract-worker.ts",
    "read-worker": "src/adapters/threads/read-worker.ts",
  },
  outdir: OUT,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Names stay, so that a stack trace can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: true,
  chunkNames: "[name]-[hash]",
  // What is CommonJS among the packages asks for Node's own modules by `require`.
  banner: { js: 'import{createRequire as $createRequire}from"node:module";const require=$createRequire(import.meta.url);' },
  plugins: [
    {
      name: "built-in-packages",
      setup({ onResolve }) {
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
          if (kind === "entry-point") return null;
          const name = path.startsWith("@") ? path.split("/").slice(0, 2).join("/") : path.split("/", 1)[0];
          return BUILT_IN.has(name ?? "") ? null : { path, external: true };
        });
      },
    },
  ],
  logLevel: "warning",
});

copyFileSync("src/extract/people/given-names/given-names.txt", `${OUT}/given-names.txt`);
cpSync("src/adapters/pictures/fonts", `${OUT}/fonts`, { recursive: true });
mkdirSync(`${OUT}/weights`);
copyFileSync("src/grammar/weights/LICENCE.md", `${OUT}/weights/LICENCE.md`);
writeFileSync(`${OUT}/weights/english.tables`, layOutWeights(readWeightFile(readFileSync("src/grammar/weights/english.bin"))));
