/** Of numbers, and of words from closed lists: no name that people chose, no text of an article, no secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface WorkSpan {
  set(attributes: SpanAttributes): void;
  /** The work did not succeed, though nothing was thrown. `code` is one of ours or a platform's, never a message. */
  fail(code: string): void;
}

/** Measures pieces of work for whoever watches the program. */
export interface Tracer {
  /** Runs the work in a span, which ends with it. What is thrown marks the span as failed, by its code, and is thrown on. */
  inSpan<T>(name: string, attributes: SpanAttributes, work: (span: WorkSpan) => Promise<T>): Promise<T>;
}
