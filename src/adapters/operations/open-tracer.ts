import { type Span, SpanStatusCode, trace } from "@opentelemetry/api";
import { AppError } from "../../domain/errors.ts";
import type { SpanAttributes, Tracer, WorkSpan } from "../../domain/tracer.ts";

/** OpenTelemetry's API alone: spans go to the SDK that the operator has loaded, and nowhere without one. */
export function openTracer(): Tracer {
  const tracer = trace.getTracer("attache");
  return {
    inSpan: (name, attributes, work) =>
      tracer.startActiveSpan(name, { attributes: { ...attributes } }, async (span) => {
        try {
          return await work(spanOf(span));
        } catch (error) {
          markFailed(span, codeOf(error));
          throw error;
        } finally {
          span.end();
        }
      }),
  };
}

function spanOf(span: Span): WorkSpan {
  return {
    set: (attributes: SpanAttributes) => void span.setAttributes({ ...attributes }),
    fail: (code) => markFailed(span, code),
  };
}

/** By the code alone: messages and stacks may hold addresses and words of articles. */
function markFailed(span: Span, code: string): void {
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}
