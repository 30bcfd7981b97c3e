import { randomUUID } from "node:crypto";
import type { Json } from "./fake-slack-answers.ts";
import type { FakeSlackState } from "./fake-slack-state.ts";

/** The app as Slack knows it, and what comes of an installation. */
export interface FakeSlackOAuth {
  clientId: string;
  clientSecret: string;
  redirectUrl: string;
  /** Whether tokens expire, and come with another token that renews them. */
  rotates: boolean;
  /** Whether the installation is for a whole organisation. */
  isOrganisation: boolean;
  /** Someone in a browser agrees that the app is installed in a team; what comes back is the address that Slack sends the browser to. */
  consent(authorizeUrl: string, teamId: string): string;
  /** They do not agree. */
  refuse(authorizeUrl: string): string;
  /** The method oauth.v2.access. */
  access(args: Json): Json;
  /** The token of a team no longer works, as after the app was removed. */
  revoke(teamId: string): void;
  /** What Slack says of a token that is no team's. */
  refusalOf(token: string): string;
}

const HALF_A_DAY_SECONDS = 43_200;

export function createFakeSlackOAuth(teams: Map<string, FakeSlackState>): FakeSlackOAuth {
  const codes = new Map<string, { teamId: string; redirectUri: string | null }>();
  const refreshTokens = new Map<string, string>();
  const revoked = new Set<string>();
  let count = 0;

  function begun(authorizeUrl: string) {
    const { searchParams } = new URL(authorizeUrl);
    if (searchParams.get("client_id") !== oauth.clientId) throw new Error("Slack does not know this client_id.");
    if ((searchParams.get("scope") ?? "") === "") throw new Error("No scope was asked for.");
    const redirectUri = searchParams.get("redirect_uri");
    if (redirectUri !== null && redirectUri !== oauth.redirectUrl) throw new Error("bad_redirect_uri");
    return { state: searchParams.get("state") ?? "", redirectUri };
  }

  function grant(state: FakeSlackState): Json {
    count += 1;
    revoked.add(state.botToken);
    state.botToken = `xoxb-${state.teamId}-${count}`;
    const refresh = `xoxe-1-${state.teamId}-${count}`;
    if (oauth.rotates) refreshTokens.set(refresh, state.teamId);
    return {
      access_token: state.botToken,
      token_type: "bot",
      scope: [...state.scopes].join(","),
      bot_user_id: state.botUserId,
      app_id: "A1",
      team: oauth.isOrganisation ? null : { id: state.teamId, name: `Desk <${state.teamId}>` },
      enterprise: oauth.isOrganisation ? { id: "E1", name: "Org" } : null,
      authed_user: { id: "U1" },
      is_enterprise_install: oauth.isOrganisation,
      ...(oauth.rotates ? { refresh_token: refresh, expires_in: HALF_A_DAY_SECONDS } : {}),
    };
  }

  const oauth: FakeSlackOAuth = {
    clientId: "1.2",
    clientSecret: "client-secret-1",
    redirectUrl: "",
    rotates: false,
    isOrganisation: false,
    consent(authorizeUrl, teamId) {
      const { state, redirectUri } = begun(authorizeUrl);
      const code = randomUUID();
      codes.set(code, { teamId, redirectUri });
      return `${oauth.redirectUrl}?${new URLSearchParams({ code, state })}`;
    },
    refuse(authorizeUrl) {
      const { state } = begun(authorizeUrl);
      return `${oauth.redirectUrl}?${new URLSearchParams({ error: "access_denied", state })}`;
    },
    access(args) {
      if (args["client_id"] !== oauth.clientId) return { ok: false, error: "invalid_client_id" };
      if (args["client_secret"] !== oauth.clientSecret) return { ok: false, error: "bad_client_secret" };
      const renewed = refreshTokens.get(String(args["refresh_token"]));
      const code = codes.get(String(args["code"]));
      // Both work once.
      refreshTokens.delete(String(args["refresh_token"]));
      codes.delete(String(args["code"]));
      if (args["grant_type"] === "refresh_token" && renewed === undefined) return { ok: false, error: "invalid_refresh_token" };
      if (renewed === undefined && (code === undefined || (args["redirect_uri"] ?? null) !== code.redirectUri))
        return { ok: false, error: code === undefined ? "invalid_code" : "bad_redirect_uri" };
      const state = teams.get(renewed ?? code?.teamId ?? "");
      return state === undefined ? { ok: false, error: "invalid_code" } : grant(state);
    },
    revoke(teamId) {
      const state = teams.get(teamId);
      if (state === undefined) throw new Error("There is no such team.");
      revoked.add(state.botToken);
      state.botToken = `none-${randomUUID()}`;
    },
    refusalOf(token) {
      if (revoked.has(token)) return "token_revoked";
      return token.startsWith("xoxb-") ? "invalid_auth" : "not_allowed_token_type";
    },
  };
  return oauth;
}
