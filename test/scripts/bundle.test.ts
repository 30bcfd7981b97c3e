import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { withEdgeMaps, withKeptStopNodes } from "../../scripts/bundle.ts";

const runtime = readFileSync(createRequire(import.meta.url).resolve("@prisma/client/runtime/client"), "utf8");

it("gives the installed Prisma maps for the edges of its graph of parameters", () => {
  const patched = withEdgeMaps(runtime);

  expect(patched.match(/\.edges\.get\(\w+\)/g)).toHaveLength(2);
  expect(patched.match(/\.push\(\{edges:\w+\}\)/g)).toHaveLength(2);
});

it("keeps a graph's edges under their numbers", () => {
  const made = "let i=this.#i(),o={};for(let s=0;s<i;s++){let a=s*300,S={flags:s};o[a]=S}r.push({edges:o})}";
  const read = "let o=n.edges[i];let p=n.edges[i];";
  const patched = withEdgeMaps(`${made}${made}${read}`);

  const graph = new Function(`return class{#i(){return 4}read(r){{${patched.slice(0, patched.indexOf("let i", 5))}return r}}`)();
  const [{ edges }] = new graph().read([]);
  expect([...edges]).toEqual([0, 300, 600, 900].map((key, flags) => [key, { flags }]));
});

it("refuses a runtime that keeps them in another way", () => {
  expect(() => withEdgeMaps(runtime.replaceAll(".edges[", ".links["))).toThrow("in another way");
});

const xml = createRequire(fileURLToPath(import.meta.resolve("feedsmith"))).resolve("fast-xml-parser");
const parser = readFileSync(join(dirname(xml), "../src/xmlparser/OrderedObjParser.js"), "utf8");

it("gives the installed parser of XML one set of stop nodes for each of its options", () => {
  const patched = withKeptStopNodes(parser);

  expect(patched.match(/KEPT_STOP_NODES/g)).toHaveLength(3);
});

it("fills a set of stop nodes once, however many documents are read with it", () => {
  const made = `class Parser { constructor(options) { this.options = options;
    this.stopNodeExpressionsSet = new ExpressionSet();
    const stopNodesOpts = this.options.stopNodes;
    if (stopNodesOpts && stopNodesOpts.length > 0) {
      for (const each of stopNodesOpts) this.stopNodeExpressionsSet.add(each);
      this.stopNodeExpressionsSet.seal();
    } } }`;
  const sets =
    "class ExpressionSet { isSealed = false; all = []; add(each) { this.all.push(each); } seal() { this.isSealed = true; } }";
  const Parser = new Function(`${sets}${withKeptStopNodes(made)};return Parser;`)();
  const [rss, atom, none] = [{ stopNodes: ["rss.title", "rss.link"] }, { stopNodes: ["feed.title"] }, { stopNodes: [] }];
  const setOf = (options: object) => new Parser(options).stopNodeExpressionsSet;

  expect([setOf(rss), setOf(atom), setOf(none)].map(({ all }) => all)).toEqual([["rss.title", "rss.link"], ["feed.title"], []]);
  expect(setOf(rss)).toBe(setOf(rss));
  expect(setOf(rss).all).toEqual(["rss.title", "rss.link"]);
  expect(setOf({ ...rss })).not.toBe(setOf(rss));
});

it("refuses a parser that makes its set in another way", () => {
  expect(() => withKeptStopNodes(parser.replace("new ExpressionSet()", "makeSet()"))).toThrow("in another way");
});
