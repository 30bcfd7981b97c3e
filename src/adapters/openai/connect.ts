import OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import type { ModelFailure, ModelOutcome, ModelUsage } from "../../domain/model/language-model.ts";
import type { Ask } from "./ask.ts";
import { charactersIn, promptCharactersOf, promptTokensOf } from "./count-tokens.ts";
import { errorIn, failureOf, isRefusedRequest, refusedFields, saidBy } from "./errors.ts";
import { fetchLimited } from "./fetch-limited.ts";
import { type Manner, plainer } from "./manner.ts";
import { readCompletion } from "./read-completion.ts";
import { readStream } from "./read-stream.ts";
import type { OpenAiSettings } from "./settings.ts";

/** Asks the endpoint once, with its own retries; never rejects. */
export type CallEndpoint = <Answer>(ask: Ask<Answer>, signal: AbortSignal) => Promise<ModelOutcome<Answer>>;

/** Tries after the first. The SDK waits between them with jitter, from half a second on, or as long as the server says. */
const RETRIES = 2;
/** So often evidence is left out for an endpoint that takes less, each time about half. */
const MAX_HALVINGS = 4;

/** What is known of a model behind the endpoint: later calls do not try again what it does not do. */
interface Known {
  manner: Manner;
  /** Longer prompts are shortened first. */
  maxCharacters: number;
}

interface Endpoint {
  client: OpenAI;
  settings: OpenAiSettings;
  known: Map<string, Known>;
}

/** One call of ours: the requests that it made, of which some may be paid for without an answer. */
interface Call {
  client: OpenAI;
  signal: AbortSignal;
  /** Requests without a response, or with one that is being read. */
  unanswered: number;
}

export function connectEndpoint(settings: OpenAiSettings): CallEndpoint {
  const client = new OpenAI({
    apiKey: settings.apiKey,
    baseURL: settings.baseUrl,
    timeout: settings.timeoutMs,
    maxRetries: RETRIES,
    fetch: fetchLimited,
    // The environment is read in one place; the SDK would take these from it, and log requests where it says so.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: "off",
  });
  const endpoint: Endpoint = { client, settings, known: new Map() };
  return async (asked, signal) => {
    const call = callOf(client, signal);
    try {
      signal.throwIfAborted();
      const outcome = await askUntilTaken(endpoint, call, asked);
      // The SDK ends an aborted stream without a word.
      return signal.aborted ? { kind: "failed", failure: "timeout", usage: outcome.usage } : outcome;
    } catch (error) {
      const failure = signal.aborted ? "timeout" : failureOf(error);
      return { kind: "failed", failure, usage: usageWithout(call, asked, failure), said: saidBy(error) };
    }
  };
}

/** Counts the requests that get no answer. A server that refuses one has not worked on it. */
function callOf(client: OpenAI, signal: AbortSignal): Call {
  const call: Call = { client, signal, unanswered: 0 };
  const counting: typeof fetchLimited = async (input, init) => {
    call.unanswered++;
    const response = await fetchLimited(input, init);
    call.unanswered--;
    return response;
  };
  call.client = client.withOptions({ fetch: counting });
  return call;
}

/** A request that ran into the time limit was sent, and its input is paid for; so is each that the SDK sent before it. */
function usageWithout({ unanswered }: Call, { messages }: Ask<unknown>, failure: ModelFailure): ModelUsage {
  const sent = failure === "timeout" ? Math.max(1, unanswered) : 0;
  return { inputTokens: sent * promptTokensOf(messages), outputTokens: 0 };
}

/**
 * An endpoint that takes no streams, schemas or limits says so in many ways, most of them a 400 without a reason: what it refuses is asked for more plainly,
 * and the manner that it answers to is kept. Of what is too long for it, about half is asked. Where it refuses the plainest manner without a
 * reason, the length may be the trouble.
 */
async function askUntilTaken<Answer>(endpoint: Endpoint, call: Call, first: Ask<Answer>): Promise<ModelOutcome<Answer>> {
  const known = knownOf(endpoint, first);
  let asked = fitted(first, known.maxCharacters);
  let manner = known.manner;
  let isUnexplained = false;
  for (let halvings = 0; ; ) {
    try {
      const { isWhole, outcome } = await (manner.stream === "off" ? askWhole : askStream)(
        { ...endpoint, ...call },
        manner,
        asked,
      );
      const isShorter = asked !== first;
      const next: Known = {
        manner: isUnexplained ? known.manner : isWhole ? { ...manner, stream: "off" } : manner,
        maxCharacters: isShorter ? promptCharactersOf(asked.messages) : known.maxCharacters,
      };
      endpoint.known.set(modelOf(endpoint, asked), afterCut(next, asked, outcome));
      return outcome;
    } catch (error) {
      const plain = isRefusedRequest(error) && !isUnexplained ? plainer(manner, refusedFields(error)) : null;
      if (plain !== null) {
        manner = plain;
        continue;
      }
      const isTooLong = failureOf(error) === "context" || isRefusedRequest(error);
      const smaller = isTooLong && halvings < MAX_HALVINGS ? asked.smaller() : null;
      if (smaller === null) throw error;
      isUnexplained ||= failureOf(error) !== "context";
      halvings++;
      asked = smaller;
    }
  }
}

/** A prompt that was cut without a word would be cut again. */
function afterCut<Answer>(known: Known, { messages }: Ask<Answer>, outcome: ModelOutcome<Answer>): Known {
  if (outcome.cutAt === undefined) return known;
  const read = Math.floor((promptCharactersOf(messages) * outcome.cutAt) / promptTokensOf(messages));
  return { ...known, maxCharacters: Math.min(known.maxCharacters, read) };
}

/** The ask with as much evidence as the endpoint is known to take. */
function fitted<Answer>(asked: Ask<Answer>, maxCharacters: number): Ask<Answer> {
  let fit = asked;
  for (let halvings = 0; halvings < MAX_HALVINGS && promptCharactersOf(fit.messages) > maxCharacters; halvings++) {
    const smaller = fit.smaller();
    if (smaller === null) break;
    fit = smaller;
  }
  return fit;
}

function knownOf(endpoint: Endpoint, asked: Ask<unknown>): Known {
  const { stream, contextTokens, outputTokens } = endpoint.settings;
  const room = contextTokens === null ? Number.POSITIVE_INFINITY : charactersIn(contextTokens - outputTokens);
  return (
    endpoint.known.get(modelOf(endpoint, asked)) ?? {
      manner: {
        stream: stream ? "with-usage" : "off",
        format: "schema",
        limit: "max_completion_tokens",
        extras: hasExtras(endpoint),
      },
      maxCharacters: room,
    }
  );
}

function hasExtras({ settings }: Endpoint): boolean {
  return settings.temperature !== null || settings.reasoningEffort !== null;
}

function modelOf({ settings }: Endpoint, { purpose }: Pick<Ask<unknown>, "purpose">): string {
  return settings.models[purpose];
}

interface Answered<Answer> {
  /** Whether the endpoint answered at once, whatever it was asked for. */
  isWhole: boolean;
  outcome: ModelOutcome<Answer>;
}

type Asking = Pick<Endpoint, "settings"> & Call;

async function askWhole<Answer>(asking: Asking, manner: Manner, asked: Ask<Answer>): Promise<Answered<Answer>> {
  const { client, settings, signal } = asking;
  const { data, response } = await client.chat.completions.create(requestFor(settings, manner, asked), { signal }).withResponse();
  return { isWhole: true, outcome: isWebPage(response) ? webPage() : answerIn(data, response, asked) };
}

async function askStream<Answer>(asking: Asking, manner: Manner, asked: Ask<Answer>): Promise<Answered<Answer>> {
  const { client, settings, signal } = asking;
  const options = manner.stream === "with-usage" ? { stream_options: { include_usage: true } } : {};
  const { data, response } = await client.chat.completions
    .create({ ...requestFor(settings, manner, asked), ...options, stream: true as const }, { signal })
    .withResponse();
  if (isWebPage(response)) return { isWhole: true, outcome: webPage() };
  if (/\bjson\b/i.test(response.headers.get("content-type") ?? ""))
    return { isWhole: true, outcome: answerIn(await response.json(), response, asked) };
  const limits = { firstMs: settings.timeoutMs, idleMs: settings.timeoutMs / 2 };
  return { isWhole: false, outcome: await readStream(data, asked, limits) };
}

function answerIn<Answer>(data: unknown, response: Response, asked: Ask<Answer>): ModelOutcome<Answer> {
  const error = errorIn(data, response.headers);
  if (error !== null) throw error;
  return readCompletion(data, asked);
}

function isWebPage(response: Response): boolean {
  return /\bhtml\b/i.test(response.headers.get("content-type") ?? "");
}

function webPage(): Extract<ModelOutcome, { kind: "failed" }> {
  return { kind: "failed", failure: "web-page", usage: { inputTokens: 0, outputTokens: 0 } };
}

function requestFor(settings: OpenAiSettings, { format, limit, extras }: Manner, asked: Ask<unknown>) {
  const { temperature, reasoningEffort } = settings;
  return {
    model: settings.models[asked.purpose],
    messages: asked.messages,
    ...(format === "none" ? {} : { response_format: formatFor(format, asked) }),
    ...(limit === "none" ? {} : { [limit]: settings.outputTokens }),
    ...(extras && temperature !== null ? { temperature } : {}),
    ...(extras && reasoningEffort !== null ? { reasoning_effort: reasoningEffort } : {}),
  };
}

function formatFor(format: "schema" | "object", { schema, purpose }: Ask<unknown>) {
  return format === "object" ? { type: "json_object" as const } : zodResponseFormat(schema, purpose);
}
