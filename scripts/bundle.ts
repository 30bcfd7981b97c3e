import { createHash } from "node:crypto";
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { layOutWeights, readWeightFile } from "../src/grammar/weight-file.ts";
import { escapePatterns } from "./escape-patterns.ts";

/** What most commands load is built in. Other packages stay where npm installed them: some are native, some start threads from their own files. */
const BUILT_IN = new Set([
  "@nodable/entities",
  "@prisma/client",
  "@prisma/driver-adapter-utils",
  "@prisma/debug",
  "anynum",
  "commander",
  "entities",
  "fast-xml-builder",
  "fast-xml-parser",
  "fastest-levenshtein",
  "feedsmith",
  "ipaddr.js",
  "is-unsafe",
  "p-limit",
  "path-expression-matcher",
  "picocolors",
  "stemmer",
  "strnum",
  "temporal-polyfill",
  "temporal-spec",
  "temporal-utils",
  "tldts",
  "tldts-core",
  "xml-naming",
  "yocto-queue",
  "zod",
]);

/** What is built in asks for it, and so do we: both have the copy that npm installed. */
const SHARED = "@prisma/client-runtime-utils";

/** The files of the threads, which a program starts by their names. */
const THREADS = {
  "extract-worker": "src/adapters/threads/extract-worker.ts",
  "read-worker": "src/adapters/threads/read-worker.ts",
};

const OPTIONS: BuildOptions = {
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
        onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
          if (kind === "entry-point" || BUILT_IN.has(packageOf(path))) return null;
          const within = importer.split("/node_modules/").at(-1) ?? "";
          // From the built program it would be looked for beside the program, and asked for by another kind of module.
          if (within !== importer && BUILT_IN.has(packageOf(within)) && !isBuiltin(path) && path !== SHARED)
            return { errors: [{ text: `${packageOf(within)} is built in and needs ${path}, which is not.` }] };
          return { path, external: true };
        });
      },
    },
    {
      name: "query-compilers-are-files",
      setup({ initialOptions: { outdir = "" }, onLoad }) {
        onLoad({ filter: /\.wasm-base64\.mjs$/ }, ({ path }) => ({ contents: asFile(path, outdir) }));
      },
    },
    {
      name: "edges-are-maps",
      setup({ onLoad }) {
        const filter = /@prisma\/client\/runtime\/client\.js$/;
        onLoad({ filter }, ({ path }) => ({ contents: withEdgeMaps(readFileSync(path, "utf8")) }));
      },
    },
    {
      name: "stop-nodes-are-kept",
      setup({ onLoad }) {
        const filter = /fast-xml-parser\/src\/xmlparser\/OrderedObjParser\.js$/;
        onLoad({ filter }, ({ path }) => ({ contents: withKeptStopNodes(readFileSync(path, "utf8")) }));
      },
    },
  ],
  logLevel: "warning",
};

const IN_ASCII: Plugin = {
  name: "patterns-are-ascii",
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: escapePatterns(path, text), loader: path.endsWith("ts") ? "ts" : "js" };
    });
  },
};

/**
 * Builds programs into a folder that is made anew: a file for each program and each kind of thread, a chunk for each part that is loaded when
 * it is needed, and the data beside them. Node reads a few large files much faster than a thousand small ones.
 */
export async function bundle(programs: Record<string, string>, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({ ...OPTIONS, entryPoints: { ...programs, ...THREADS }, outdir: folder });
  copyFileSync("src/extract/people/given-names/given-names.txt", `${folder}/given-names.txt`);
  cpSync("src/adapters/pictures/fonts", `${folder}/fonts`, { recursive: true });
  mkdirSync(`${folder}/weights`);
  copyFileSync("src/grammar/weights/LICENCE.md", `${folder}/weights/LICENCE.md`);
  writeFileSync(
    `${folder}/weights/english.tables`,
    layOutWeights(readWeightFile(readFileSync("src/grammar/weights/english.bin"))),
  );
}

/** What Prisma's runtime and our statements share is built in once: to find it, and to load it past what V8 keeps, takes long. */
const ONE_SQL: Plugin = {
  name: "statements-are-the-clients",
  setup({ onLoad, onResolve }) {
    const load = `createRequire(import.meta.url)(\n  "${SHARED}",\n)`;
    onResolve({ filter: new RegExp(`^${SHARED}$`) }, () => ({ path: createRequire(import.meta.url).resolve(SHARED) }));
    onLoad({ filter: /[\\/]prisma[\\/]sql\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes(load)) throw new Error(`${path} loads what statements are written with in another way than it did.`);
      return { contents: text.replace(load, `require("${SHARED}")`), loader: "ts" };
    });
  },
};

/** Zod's sentences in English are all that anybody sees of them, if any: those in sixty other languages would be loaded with them. */
const ONE_LOCALE: Plugin = {
  name: "zod-speaks-english",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: 'export { default as en } from "./en.js";',
    }));
  },
};

/**
 * Builds the command line into a folder, beside its threads: one file with all of it, each module of which runs when it is first asked for, and
 * `main.js`, which starts it from what V8 compiled before. Node 20 cannot keep what it compiles of modules, but of a script.
 */
export async function bundleCommandLine(folder: string): Promise<void> {
  await bundle({}, folder);
  const program = join(folder, "attache.cjs");
  await build({
    ...OPTIONS,
    plugins: [ONE_SQL, ONE_LOCALE, ...(OPTIONS.plugins ?? []), IN_ASCII],
    splitting: false,
    format: "cjs",
    // Node 20 knows no way to import from within a script that V8 had compiled before; `require` loads modules of both kinds.
    supported: { "dynamic-import": false },
    entryPoints: { attache: "src/app/command-line.ts" },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    define: { "import.meta.url": "$here" },
    banner: { js: "(function(module,require,$here){" },
    footer: { js: "})" },
  });
  const text = readFileSync(program);
  // It is read as Latin-1, which is several times as fast: esbuild escapes all other characters.
  if (text.some((byte) => byte > 127)) throw new Error(`${program} has characters beyond ASCII.`);
  const checksum = createHash("sha256").update(text).digest("hex").slice(0, 16);
  await build({
    ...OPTIONS,
    splitting: false,
    entryPoints: { main: "scripts/start-built.ts" },
    outdir: folder,
    banner: {},
    define: { PROGRAM_CHECKSUM: JSON.stringify(checksum) },
  });
}

/** The package that a module's name begins with. */
function packageOf(module: string): string {
  return module.split("/", module.startsWith("@") ? 2 : 1).join("/");
}

/** Prisma's compiler of queries as a file of its own: as text in a module, it is parsed, decoded and kept three times. */
function asFile(module: string, folder: string): string {
  const [, text] = /"([A-Za-z0-9+/=]{100000,})"/.exec(readFileSync(module, "utf8")) ?? [];
  if (text === undefined) throw new Error(`${module} holds its compiler in another way than it did.`);
  const name = basename(module).replace(".wasm-base64.mjs", ".wasm");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), Buffer.from(text, "base64"));
  return `import { readFileSync } from "node:fs"; export const wasm = readFileSync(new URL("./${name}", import.meta.url));`;
}

/** Where Prisma's runtime makes the edges of its graph of parameters, and where it asks for one. */
const EDGES_MADE =
  /(\w+)=\{\};(for\(let \w+=0;\w+<\w+;\w+\+\+\)\{(?:(?!edges:).){1,300}?)\b\1\[(\w+)\]=(\w+)\}(\w+)\.push\(\{edges:\1\}\)/g;
const EDGE_READ = /\.edges\[(\w+)\]/g;

/**
 * Prisma's runtime with maps for the edges of its graph of parameters. It has objects whose names are numbers up to a thousand and more, which
 * V8 lays out as arrays of that length with ten places taken: 13 MB for each client, of which a process has two.
 */
export function withEdgeMaps(runtime: string): string {
  const [made, read] = [runtime.match(EDGES_MADE) ?? [], runtime.match(EDGE_READ) ?? []];
  if (made.length !== 2 || read.length !== 2)
    throw new Error("Prisma's runtime keeps its graph of parameters in another way than it did.");
  return runtime.replace(EDGES_MADE, "$1=new Map;$2$1.set($3,$4)}$5.push({edges:$1})").replace(EDGE_READ, ".edges.get($1)");
}

/** Where the parser of XML begins its set of tags that it reads no further, fills it, and is done with it. */
const STOP_NODES_BEGUN = "this.stopNodeExpressionsSet = new ExpressionSet();";
const STOP_NODES_ASKED = "if (stopNodesOpts && stopNodesOpts.length > 0) {";
const STOP_NODES_DONE = "this.stopNodeExpressionsSet.seal();";

/**
 * The parser of XML with one set of such tags for each of its options. It makes the set anew for each document, of the same texts, and feedsmith
 * names some four hundred: a quarter of what it takes to read a feed. A set that is sealed is only asked.
 */
export function withKeptStopNodes(parser: string): string {
  const isKnown = [STOP_NODES_BEGUN, STOP_NODES_ASKED, STOP_NODES_DONE].every((line) => parser.split(line).length === 2);
  if (!isKnown) throw new Error("The parser of XML makes its set of stop nodes in another way than it did.");
  return `const KEPT_STOP_NODES = new WeakMap();\n${parser}`
    .replace(STOP_NODES_BEGUN, "this.stopNodeExpressionsSet = KEPT_STOP_NODES.get(this.options) ?? new ExpressionSet();")
    .replace(STOP_NODES_ASKED, "if (!this.stopNodeExpressionsSet.isSealed && stopNodesOpts && stopNodesOpts.length > 0) {")
    .replace(STOP_NODES_DONE, `${STOP_NODES_DONE} KEPT_STOP_NODES.set(this.options, this.stopNodeExpressionsSet);`);
}
