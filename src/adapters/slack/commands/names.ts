/** Names that Slack's configuration of the app and the listeners share. */

/** Where Slack's requests come in over HTTP. */
export const EVENTS_PATH = "/slack/events";
/** The message shortcut "Add to sources". */
export const ADD_SOURCE_SHORTCUT = "attache:add-source";
/** Where a workspace begins to install the app, and where Slack sends the browser back to. */
export const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";
