import { Agent, type buildConnector } from "undici";

export interface AgentsConfig {
  /** Opens connections that may speak HTTP/2, or not. */
  connectFor(allowH2: boolean): buildConnector.connector;
  /** To one host, at once. */
  connections: number;
}

/** Connections that are kept open between requests, of both versions of HTTP. */
export interface Agents {
  http1: Agent;
  http2: Agent;
  /** How many connections over HTTP/1.1 were opened to an origin. A request during which none was opened used one that was kept. */
  opened(origin: string): number;
  close(): Promise<void>;
}

const MAX_HEADER_BYTES = 32_768;
const KEPT_MS = 4000;
/** The counts begin again from so many origins on. */
const MAX_ORIGINS = 5000;

export function createAgents({ connectFor, connections }: AgentsConfig): Agents {
  const counts = new Map<string, number>();
  const countOpening = ({ protocol, host = "" }: buildConnector.Options) => {
    if (counts.size >= MAX_ORIGINS) counts.clear();
    const origin = `${protocol}//${host}`;
    counts.set(origin, (counts.get(origin) ?? 0) + 1);
  };
  const agentFor = (allowH2: boolean) => {
    const connect = connectFor(allowH2);
    return new Agent({
      connect(options, callback) {
        if (!allowH2) countOpening(options);
        connect(options, callback);
      },
      allowH2,
      connections,
      pipelining: 1,
      keepAliveTimeout: KEPT_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
    });
  };
  const [http1, http2] = [agentFor(false), agentFor(true)];
  return {
    http1,
    http2,
    opened: (origin) => counts.get(origin) ?? 0,
    async close() {
      await Promise.all([http1.destroy(), http2.destroy()]);
    },
  };
}
