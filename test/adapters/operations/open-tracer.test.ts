import { readFileSync } from "node:fs";
import { INVALID_SPAN_CONTEXT, type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { afterEach, describe, expect, it } from "vitest";
import { openTracer } from "../../../src/adapters/operations/open-tracer.ts";
import { AppError } from "../../../src/domain/errors.ts";

/** An SDK that writes down what it is told, and nothing that it is not. */
function registerSdk(): unknown[] {
  const told: unknown[] = [];
  const tell = (...what: unknown[]) => {
    told.push(what);
    return span;
  };
  const span: Span = {
    spanContext: () => INVALID_SPAN_CONTEXT,
    setAttribute: (key, value) => tell("attribute", key, value),
    setAttributes: (attributes) => tell("attributes", attributes),
    setStatus: (status) => tell("status", status),
    recordException: (error) => void tell("exception", error),
    addEvent: (name) => tell("event", name),
    addLink: () => span,
    addLinks: () => span,
    updateName: () => span,
    isRecording: () => true,
    end: () => void tell("end"),
  };
  const startActiveSpan = (name: string, options: unknown, work: (span: Span) => unknown) => {
    told.push(["start", name, options]);
    return work(span);
  };
  trace.setGlobalTracerProvider({
    // The API declares overloads; the program calls this one of them.
    getTracer: () => ({ startSpan: () => span, startActiveSpan: startActiveSpan as never }),
  });
  return told;
}

it("stays with an API that the SDKs for Node 20 take: they refuse one of 1.10 or later", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const { version } = JSON.parse(readFileSync("node_modules/@opentelemetry/api/package.json", "utf8"));
  const why =
    "@opentelemetry/api must stay below 1.10: @opentelemetry/sdk-node 0.223.0, the last for Node 20, takes >=1.3.0 <1.10.0, and with another copy of the API no span arrives.";
  for (const each of [dependencies["@opentelemetry/api"], version]) {
    const [major, minor] = String(each).split(".").map(Number);
    expect(major === 1 && minor !== undefined && minor < 10, why).toBe(true);
  }
});

describe("the tracer", () => {
  afterEach(() => trace.disable());

  it("does the work and nothing else where no SDK is loaded", async () => {
    const tracer = openTracer();
    expect(await tracer.inSpan("attache.fetch", { a: 1 }, async () => 7)).toBe(7);
    await expect(tracer.inSpan("attache.fetch", {}, () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  });

  it("gives a loaded SDK the span, its attributes and its end", async () => {
    const told = registerSdk();
    await openTracer().inSpan("attache.search", { "attache.terms": 2 }, async (span) => span.set({ "attache.found": 3 }));
    expect(told).toEqual([
      ["start", "attache.search", { attributes: { "attache.terms": 2 } }],
      ["attributes", { "attache.found": 3 }],
      ["end"],
    ]);
  });

  it("tells of an error by its code, never in its words", async () => {
    const told = registerSdk();
    const busy = new AppError("store-busy", "hunter2 holds the lock.", { cause: new Error("hunter2") });
    await expect(openTracer().inSpan("attache.ingest.store", {}, () => Promise.reject(busy))).rejects.toBe(busy);
    await expect(openTracer().inSpan("a", {}, () => Promise.reject(new TypeError("hunter2")))).rejects.toThrow(TypeError);
    await openTracer().inSpan("attache.post", {}, async (span) => span.fail("msg_too_long"));
    expect(told.filter((each) => Array.isArray(each) && each[1] === "error.type").map((each) => JSON.stringify(each))).toEqual([
      '["attribute","error.type","store-busy"]',
      '["attribute","error.type","TypeError"]',
      '["attribute","error.type","msg_too_long"]',
    ]);
    expect(told).toContainEqual(["status", { code: SpanStatusCode.ERROR }]);
    expect(told.filter((each) => Array.isArray(each) && each[0] === "end")).toHaveLength(3);
    expect(JSON.stringify(told)).not.toContain("hunter2");
  });
});
