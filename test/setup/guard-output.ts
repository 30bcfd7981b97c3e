import { format } from "node:util";

const METHODS = ["log", "info", "warn", "error", "debug", "trace", "table", "dir"] as const;

type ConsoleMethods = Pick<Console, (typeof METHODS)[number]>;
type Writer = Pick<NodeJS.WriteStream, "write">;

/** Where a program can print: the console, and the two streams below it. */
export interface Output {
  console: ConsoleMethods;
  stdout: Writer;
  stderr: Writer;
}

export interface OutputGuard {
  /** What was printed since the last call, one entry a call, each with the name of where it went. */
  take(): string[];
  release(): void;
}

/** Records what would have been printed instead of printing it. A test that expects output puts a spy of its own on top. */
export function guardOutput(output: Output): OutputGuard {
  const printed: string[] = [];
  const originals = new Map(METHODS.map((method) => [method, output.console[method]]));
  for (const method of METHODS) {
    output.console[method] = (...args: unknown[]) => {
      printed.push(`console.${method}: ${format(...args)}`);
    };
  }
  const releases = (["stdout", "stderr"] as const).map((name) => guardWriter(output[name], name, printed));
  return {
    take: () => printed.splice(0),
    release: () => {
      for (const [method, original] of originals) {
        Object.assign(output.console, { [method]: original });
      }
      for (const release of releases) {
        release();
      }
    },
  };
}

function guardWriter(writer: Writer, name: string, printed: string[]): () => void {
  const original = writer.write;
  function record(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    printed.push(`${name}: ${typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8")}`);
    // Whoever waits for the write to be flushed must not wait for ever.
    const done = rest.at(-1);
    if (typeof done === "function") {
      done();
    }
    return true;
  }
  Object.assign(writer, { write: record });
  return () => {
    Object.assign(writer, { write: original });
  };
}
