import { BlockList, isIP, Socket } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");
// Binding to "any" address and connecting to it stays on this machine as well.
loopback.addAddress("0.0.0.0", "ipv4");
loopback.addAddress("::", "ipv6");

/** Whether a connection to this host stays on this machine. A name other than localhost would have to be looked up: it does not. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.startsWith("[") && host.endsWith("]") ? host.slice(1, -1) : host;
  const version = isIP(bare);
  if (version === 0) {
    return bare.toLowerCase() === "localhost" || bare.toLowerCase().endsWith(".localhost");
  }
  return loopback.check(bare, version === 6 ? "ipv6" : "ipv4");
}

/**
 * The target of `socket.connect(…)` in any of its forms, as `host:port`, or null for a path (a Unix socket). Node's own
 * `net.connect` hands the arguments over as one normalised array.
 */
export function connectTarget(args: readonly unknown[]): { host: string; port: string } | null {
  const first: unknown = args[0];
  if (Array.isArray(first)) {
    return connectTarget(first);
  }
  if (typeof first === "object" && first !== null) {
    if ("path" in first && typeof first.path === "string") {
      return null;
    }
    const host = "host" in first && typeof first.host === "string" ? first.host : "localhost";
    return { host, port: "port" in first ? String(first.port) : "?" };
  }
  if (typeof first === "string" && !/^\d+$/.test(first)) {
    return null;
  }
  return { host: typeof args[1] === "string" ? args[1] : "localhost", port: String(first) };
}

export interface NetworkGuard {
  /** The refused targets since the last call, as `host:port`. */
  take(): string[];
  release(): void;
}

/** Refuses every TCP and TLS connection beyond loopback in this process; `fetch`, undici and node:http all pass through here. */
export function guardNetwork(): NetworkGuard {
  const refused: string[] = [];
  const original = Socket.prototype.connect;
  function guarded(this: Socket, ...args: unknown[]): Socket {
    const target = connectTarget(args);
    if (target !== null && !isLoopbackHost(target.host)) {
      refused.push(`${target.host}:${target.port}`);
      this.destroy(new Error(`Tests may only connect to loopback, not to ${target.host}:${target.port}.`));
      return this;
    }
    return Reflect.apply(original, this, args);
  }
  Object.assign(Socket.prototype, { connect: guarded });
  return {
    take: () => refused.splice(0),
    release: () => {
      Object.assign(Socket.prototype, { connect: original });
    },
  };
}
