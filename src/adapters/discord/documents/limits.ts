/** What Discord allows, each with where it says so. Lengths are UTF-16 code units, which never are fewer than Discord's characters. */

/** discord.com/developers/docs/resources/message#embed-object-embed-limits, as are the next three. */
export const EMBEDS = 10;
export const EMBED_TITLE = 256;
export const EMBED_DESCRIPTION = 4096;
/** Titles, descriptions, fields, footers and authors of all embeds of a message together. */
export const EMBEDS_TOGETHER = 6000;
/** discord.com/developers/docs/resources/message#attachment-object: "description … (max 1024 characters)". */
export const ATTACHMENT_DESCRIPTION = 1024;
/** A notification shows far less than the 2,000 characters that a message's content may have. Ours. */
export const CONTENT_TEXT = 300;
/** discord.com/developers/docs/components/reference#action-row: five rows of up to five buttons in a message. */
export const ACTION_ROWS = 5;
export const ROW_BUTTONS = 5;
/** discord.com/developers/docs/components/reference#button: "max 80 characters". */
export const BUTTON_LABEL = 80;
/** discord.com/developers/docs/components/reference#text-input: at most 4,000; this is what Slack's modal takes as well. */
export const INPUT_TEXT = 3000;
/** discord.com/developers/docs/resources/channel#start-thread-from-message: "1-100 character thread name". */
export const THREAD_NAME = 100;
/** discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure. */
export const CHOICES = 25;
export const CHOICE_TEXT = 100;
/** A minute-long read; Discord sets no limit to an address in a link, but counts it. Ours. */
export const LINK_URL = 600;
/** A paragraph after which nobody reads on. Ours. */
export const PARAGRAPH_TEXT = 1800;
/** A longer quote is named and linked, not cut. With its attribution it fits into one description. Ours. */
export const QUOTE_TEXT = 2200;
/** Messages of one answer in its thread: Discord takes about one a second for each channel. Ours. */
export const THREAD_MESSAGES = 6;
/** Discord names no figure: its headers give a channel about five messages in five seconds. Ours. */
export const CHANNEL_PACE_MS = 1000;
/** discord.com/developers/docs/resources/message#get-channel-messages: "Max number of messages to return (1-100)". */
export const HISTORY_PAGE = 100;
/** discord.com/developers/docs/components/reference#string-select: a choice's label, and any component's id, have at most 100 characters. */
export const OPTION_LABEL = 100;
export const CUSTOM_ID = 100;
