import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Stands before a server, and can stop forwarding: what a machine that hangs looks like from outside. No connection is refused or ended. */
export class FreezingProxy {
  private isFrozen = false;
  private readonly sockets = new Set<Socket>();
  private readonly server;

  constructor(target: { host: string; port: number }) {
    this.server = createServer((near) => {
      const far = connect(target);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one);
        one.on("data", (bytes) => void (this.isFrozen || other.write(bytes)));
        one.on("close", () => {
          this.sockets.delete(one);
          if (!this.isFrozen) other.destroy();
        });
        one.on("error", () => undefined);
      }
    });
  }

  async listen(): Promise<number> {
    this.server.listen(0, "127.0.0.1");
    await once(this.server, "listening");
    const address = this.server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  }

  freeze(): void {
    this.isFrozen = true;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }
}
