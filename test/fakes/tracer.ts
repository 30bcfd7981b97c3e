import type { SpanAttributes, Tracer } from "../../src/domain/tracer.ts";

interface KeptSpan {
  name: string;
  attributes: SpanAttributes;
  failed: string | null;
}

/** Keeps the spans that have ended, in that order. */
export interface FakeTracer extends Tracer {
  readonly spans: KeptSpan[];
}

export function createFakeTracer(): FakeTracer {
  const spans: KeptSpan[] = [];
  return {
    spans,
    async inSpan(name, given, work) {
      const kept: KeptSpan = { name, attributes: given, failed: null };
      const span = {
        set: (more: SpanAttributes) => {
          kept.attributes = { ...kept.attributes, ...more };
        },
        fail: (code: string) => {
          kept.failed = code;
        },
      };
      try {
        return await work(span);
      } finally {
        spans.push(kept);
      }
    },
  };
}
