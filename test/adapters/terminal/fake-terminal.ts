import { PassThrough, Readable } from "node:stream";
import type { Terminal } from "../../../src/adapters/terminal/program.ts";

/** A terminal whose output can be read, and whose input is what a test gives. No colour, no live progress. */
export function fakeTerminal(input = ""): Terminal & { out(): string; err(): string } {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const written = { out: "", err: "" };
  stdout.on("data", (chunk: Buffer) => {
    written.out += chunk.toString("utf8");
  });
  stderr.on("data", (chunk: Buffer) => {
    written.err += chunk.toString("utf8");
  });
  return { stdin: Readable.from([input]), stdout, stderr, env: {}, out: () => written.out, err: () => written.err };
}
