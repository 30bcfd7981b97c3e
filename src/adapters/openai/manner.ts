/** How an answer is requested. */
export interface Manner {
  stream: "with-usage" | "bare" | "off";
  format: "schema" | "object" | "none";
  limit: "max_completion_tokens" | "max_tokens" | "none";
  /** Whether temperature and reasoning effort are sent, where they are set. */
  extras: boolean;
}

/** The parts of a manner, in the order in which they are given up where an endpoint does not say what it refuses. */
const STEPS: readonly ((manner: Manner) => Manner | null)[] = [
  lessStream,
  (manner) => (manner.extras ? { ...manner, extras: false } : null),
  (manner) => (manner.limit === "max_completion_tokens" ? { ...manner, limit: "max_tokens" } : null),
  lessFormat,
];

/** The names of a request's fields, and what to give up where an endpoint names one. */
const FIELDS: readonly [RegExp, (manner: Manner) => Manner | null][] = [
  [/^(?:stream|stream_options|include_usage)$/, lessStream],
  [/^(?:temperature|reasoning_effort)$/, (manner) => (manner.extras ? { ...manner, extras: false } : null)],
  [/^(?:response_format|json_schema)$/, lessFormat],
  [/^(?:max_completion_tokens|max_tokens)$/, lessLimit],
];

/** The next plainer manner: without the field that the endpoint names, else the next step; null where nothing is left to give up. */
export function plainer(manner: Manner, named: readonly string[]): Manner | null {
  for (const [field, giveUp] of FIELDS) {
    const next = named.some((name) => field.test(name)) ? giveUp(manner) : null;
    if (next !== null) return next;
  }
  for (const step of STEPS) {
    const next = step(manner);
    if (next !== null) return next;
  }
  return null;
}

function lessStream(manner: Manner): Manner | null {
  if (manner.stream === "off") return null;
  return { ...manner, stream: manner.stream === "with-usage" ? "bare" : "off" };
}

function lessFormat(manner: Manner): Manner | null {
  if (manner.format === "none") return null;
  return { ...manner, format: manner.format === "schema" ? "object" : "none" };
}

function lessLimit(manner: Manner): Manner | null {
  if (manner.limit === "none") return null;
  return { ...manner, limit: manner.limit === "max_completion_tokens" ? "max_tokens" : "none" };
}
