import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A website on loopback: a test says what it answers at which path; everything else is not found. */
export class FakeSite {
  readonly paths = new Map<string, Answer>();
  readonly requests: { path: string; headers: IncomingMessage["headers"] }[] = [];
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? "/";
      this.requests.push({ path, headers: request.headers });
      const answer = this.paths.get(path) ?? this.paths.get(path.split("?")[0] ?? "");
      if (answer !== undefined) answer(request, response);
      else response.writeHead(404).end();
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The site does not listen.");
    return `http://127.0.0.1:${address.port}`;
  }

  /** Serves a body as it is, with a status of 200 and these headers. */
  serve(path: string, body: string | Buffer, headers: Record<string, string> = {}): void {
    this.paths.set(path, (_request, response) => response.writeHead(200, headers).end(body));
  }

  asked(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
