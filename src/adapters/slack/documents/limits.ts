/** What Slack allows, each with where it says so. Lengths are UTF-16 code units, which never are fewer than Slack's characters. */

/** docs.slack.dev/reference/block-kit/blocks: "up to 50 blocks in each message". */
export const MESSAGE_BLOCKS = 50;
/** docs.slack.dev/reference/block-kit/blocks: "up to 100 blocks in modals or Home tabs". */
export const VIEW_BLOCKS = 100;
/**
 * All blocks of one message as JSON. Slack documents no sum, and answers `msg_blocks_too_long` from about 13,200 characters
 * (github.com/slackapi/bolt-js/issues/2509) and for less where there are many elements (issue 2867), so containers count too.
 */
export const MESSAGE_JSON = 12_000;
/** docs.slack.dev/reference/surfaces/views: a view is refused above 250 KB; this keeps a Home tab readable as well. */
export const VIEW_JSON = 60_000;
/** docs.slack.dev/reference/block-kit/blocks/header-block. */
export const HEADER_TEXT = 150;
/** docs.slack.dev/reference/block-kit/blocks/actions-block: 25 elements. */
export const ACTIONS_ELEMENTS = 25;
/** docs.slack.dev/reference/block-kit/block-elements/button-element. */
export const BUTTON_TEXT = 75;
/** docs.slack.dev/reference/block-kit/block-elements/button-element gives 3,000 for a button's url; links in rich text name none. */
export const LINK_URL = 3000;
/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: max_length at most 3,000. */
export const INPUT_TEXT = 3000;
/** docs.slack.dev/reference/methods/files.getUploadURLExternal names no limit for alt_txt. Ours. */
export const ALT_TEXT = 1000;
/** docs.slack.dev/reference/methods/chat.update: text above 4,000 is refused; notifications show far less. */
export const FALLBACK_TEXT = 300;
/** A payload after which Slack would hide the message behind "Show more" several times over. Ours. */
export const PARAGRAPH_JSON = 3000;
/** A longer quote is named and linked, not cut. Ours. */
export const QUOTE_JSON = 6000;
/** Messages of one answer in its thread: chat.postMessage takes about one a second for each channel (docs.slack.dev/apis/web-api/rate-limits). Ours. */
export const THREAD_MESSAGES = 6;
/** docs.slack.dev/apis/web-api/rate-limits: "chat.postMessage … generally allows posting one message per second per channel". */
export const CHANNEL_PACE_MS = 1000;
/** docs.slack.dev/reference/block-kit/blocks/data-table-block: at most 100 rows below the head, and 20 cells in each. */
export const TABLE_ROWS = 100;
export const TABLE_CELLS = 20;
/** Of a message's room, so that what stands around a table has some. Ours. */
export const TABLE_JSON = 9000;
/** docs.slack.dev/reference/block-kit/composition-objects/option-object: text of at most 75 characters. */
export const OPTION_TEXT = 75;
