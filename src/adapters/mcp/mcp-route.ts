import { createMcpHandler, type McpServerFactory } from "@modelcontextprotocol/server";
import type { Access } from "../http/open-access.ts";
import type { Route } from "../http/route.ts";
import { createMcpServer, type McpDeps } from "./create-mcp-server.ts";

const PATH = "/mcp";
/** Streams on which a client waits for news of tools that never change: a few, so that nobody holds them all. */
const MOST_STREAMS = 16;

interface RouteDeps extends McpDeps {
  access: Access;
  /** Whether a key that may write has the tools that do. */
  isWritable: boolean;
}

/** MCP over streamable HTTP, without sessions: each request carries its token, and with it its workspace. */
export function createMcpRoute(deps: RouteDeps): Route {
  const factory: McpServerFactory = ({ authInfo }) => {
    const [workspaceId = "", userId = ""] = [authInfo?.clientId, authInfo?.token];
    const mayWrite = deps.isWritable && authInfo?.scopes.includes("write") === true;
    return createMcpServer(deps, { workspaceId, userId, mayWrite });
  };
  const handler = createMcpHandler(factory, { maxSubscriptions: MOST_STREAMS });
  return (request, caller) => {
    if (new URL(request.url).pathname !== PATH) return null;
    return answer();

    async function answer(): Promise<Response> {
      const record = await deps.access.openBearer(request, caller);
      if (record instanceof Response) return record;
      // The secret goes no further: what follows knows the key by its id.
      const { id, workspaceId, scope } = record;
      return handler.fetch(request, { authInfo: { token: `token:${id}`, clientId: workspaceId, scopes: [scope] } });
    }
  };
}
