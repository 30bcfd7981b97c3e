// Run by create-extract-pool.test.ts on a thread: an engine that some texts are too much for.
import { type Assigned, takeOn } from "../../../src/adapters/threads/assigned.ts";
import type { ExtractTask } from "../../../src/adapters/threads/extract-worker.ts";
import { holdReading } from "../../../src/model/readings/hold-reading.ts";

export function work(assigned: Assigned<ExtractTask>): unknown {
  const { article, reading } = takeOn(assigned);
  if (article.text === "hang") for (;;);
  if (article.text === "end") process.exit(7);
  if (article.text === "throw") throw new Error("the text is too much");
  if (article.text === "sleep for ever") sleep(Number.POSITIVE_INFINITY);
  if (article.text === "sleep unknown to the system") {
    Atomics.store(assigned.begun, 0, 0);
    sleep(1500);
  }
  if (article.text.startsWith("sleep")) {
    sleep(1500);
    return holdReading({ ...article, text: article.text.replace("sleep", "") }, reading);
  }
  if (article.text === "fail when told") return failWhenTold();
  return holdReading(article, reading);
}

/** Says that it is at work, and ends its thread by an error once it is told to. */
function failWhenTold(): Promise<never> {
  const channel = new BroadcastChannel("fail when told");
  channel.onmessage = () => {
    throw new Error("the thread failed");
  };
  channel.postMessage("at work");
  return new Promise(() => undefined);
}

/** Holds the thread, and takes no processor. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, ms);
}
