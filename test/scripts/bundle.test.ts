import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { withEdgeMaps } from "../../scripts/bundle.ts";

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
