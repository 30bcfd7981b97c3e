import {
  ContextMenuCommandBuilder,
  SlashCommandAttachmentOption,
  SlashCommandBooleanOption,
  SlashCommandBuilder,
  SlashCommandRoleOption,
  SlashCommandStringOption,
  SlashCommandSubcommandBuilder,
} from "@discordjs/builders";
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { TOPICS_ACTIONS } from "../../../domain/chat/intent.ts";
import { MODEL_VALUES } from "../../../domain/workspace/model-choice.ts";
import { SETTINGS, WHO } from "../../../domain/workspace/workspace-settings.ts";
import { ADD_SOURCE_LOCAL, localizationsOf, localize } from "./localizations.ts";
import { ADD_SOURCE_COMMAND } from "./names.ts";

type Option = SlashCommandAttachmentOption | SlashCommandBooleanOption | SlashCommandRoleOption | SlashCommandStringOption;

/** An option that takes text. `suggest` has Discord ask for suggestions while it is typed; what comes may still be anything. */
function text(name: string, description: string, more: { required?: boolean; suggest?: boolean } = {}): Option {
  return new SlashCommandStringOption()
    .setName(name)
    .setDescription(description)
    .setRequired(more.required === true)
    .setAutocomplete(more.suggest === true);
}

function choice(
  name: string,
  description: string,
  { values, required = true }: { values: readonly string[]; required?: boolean },
): Option {
  const choices = values.map((value) => ({ name: value, value }));
  return new SlashCommandStringOption()
    .setName(name)
    .setDescription(description)
    .setRequired(required)
    .addChoices(...choices);
}

function flag(name: string, description: string): Option {
  return new SlashCommandBooleanOption().setName(name).setDescription(description);
}

/** Adds options to what takes them: they stand in this order. */
function withOptions<T extends SlashCommandBuilder | SlashCommandSubcommandBuilder>(builder: T, options: readonly Option[]): T {
  for (const option of options) {
    localize(option, "option");
    if (option instanceof SlashCommandStringOption) builder.addStringOption(option);
    else if (option instanceof SlashCommandBooleanOption) builder.addBooleanOption(option);
    else if (option instanceof SlashCommandRoleOption) builder.addRoleOption(option);
    else builder.addAttachmentOption(option);
  }
  return builder;
}

function sub(name: string, description: string, options: Option[] = []): SlashCommandSubcommandBuilder {
  const builder = new SlashCommandSubcommandBuilder().setName(name).setDescription(description);
  return withOptions(localize(builder, "subcommand"), options);
}

const TOPIC = text("topic", "Two countries (india-japan), a bloc (quad), a person, or words", { required: true, suggest: true });
const SINCE = text("since", "The first day, such as 2026-01-31, monday, June, last week or 7d");
const UNTIL = text("until", "The last day, such as 2026-01-31, yesterday or June");
const PAGE = text("page", "Which page, such as 2");
const A_TOPIC = text("topic", "A topic that this channel follows", { suggest: true });
const SOURCE = text("source", "Its address or name", { required: true, suggest: true });
const NAME = text("name", "A name, or part of one", { required: true, suggest: true });

const SHARE = flag("share", "Show it to everyone here");
const PRIVATE = flag("private", "Show it to me alone");

const UPCOMING = [
  text("about", "A topic or a person", { suggest: true }),
  text("from", "On or after this day, such as 2026-01-31, monday or March"),
  text("to", "On or before this day, such as 2026-01-31, today or May"),
  PAGE,
  SHARE,
];

const ALL = flag("all", "On several sides: also what their articles have on something else");

const MEETINGS = [...UPCOMING, ALL, flag("matrix", "A picture of who met whom, and how often")];

const PERSON = [
  sub("show", "Shows a person's names, roles, quotes and meetings", [NAME, SHARE]),
  sub("list", "Lists everyone in the articles"),
  sub("merge", "Records that two names are one person (managers only)", [
    text("name", "The other name", { required: true, suggest: true }),
    text("into", "The person it belongs to", { required: true, suggest: true }),
  ]),
  sub("split", "Records that a name is somebody else's (managers only)", [
    text("name", "The person", { required: true, suggest: true }),
    text("alias", "The name that is not theirs", { required: true }),
  ]),
];

const DIGEST = [
  sub("follow", "Sets up a digest in this channel (managers only)", [
    TOPIC,
    text("time", "Such as 08:00, 7pm, 8 and 18:00 or every 4 hours; the default is 08:00"),
    text("days", "Such as weekdays, every other Monday or on the 1st; the default is every day", { suggest: true }),
    text("timezone", "Such as Asia/Tokyo; the default is UTC", { suggest: true }),
    flag("quiet", "Post nothing on days without news"),
    new SlashCommandRoleOption().setName("ping").setDescription("A role that each digest pings"),
    flag("publish", "In an announcement channel: publish each digest to the channels that follow it"),
  ]),
  sub("setup", "Opens a form that sets up a digest (managers only)"),
  sub("list", "Lists this channel's digests", [flag("everywhere", "Those of all channels (managers only)")]),
  sub("stop", "Stops one of this channel's digests", [A_TOPIC]),
  sub("preview", "Shows you the digest that would be posted now", [
    text("topic", "Any topic; the default is this channel's topics", { suggest: true }),
  ]),
  sub("now", "Posts this channel's digest now", [A_TOPIC]),
  sub("why", "Says why the last digest came, and when the next one is due", [A_TOPIC]),
];

const WATCH_ID = text("watch", "Its number, as the list shows it", { required: true });

const WATCH = [
  sub("add", "Tells this channel, or you, when something comes", [
    text("what", "Such as: Lund meets Solberg; Lund says anything on fish; the 2+2 is announced or moved", { required: true }),
    text("quiet", "Hours without messages, such as 22:00 to 7:00 Europe/Berlin"),
    text("reminder", "How long before a planned meeting, such as 1 day"),
    flag("direct", "Tell me alone, by direct message"),
  ]),
  sub("list", "Lists your watches and this channel's"),
  sub("remove", "Stops a watch", [WATCH_ID]),
  sub("why", "Says what a watch waits for, and what it found", [WATCH_ID]),
];

const SOURCES = [
  sub("add", "Follows a feed, a page or a news search", [
    text("source", "Its address, or words for a news search", { required: true }),
    flag("backfill", "Also read older entries"),
  ]),
  sub("list", "Lists the sources and their status"),
  sub("remove", "Stops following a source", [SOURCE]),
  sub("why", "Shows a source's status and last polls", [SOURCE]),
  sub("name", "Names the outlet that a source's articles are by", [
    SOURCE,
    text("outlet", "The outlet, such as The Example Post; none lets its pages say", { required: true }),
  ]),
  sub("import", "Follows the feeds in an OPML file", [
    new SlashCommandAttachmentOption()
      .setName("file")
      .setDescription("An OPML file, as other feed readers export it")
      .setRequired(true),
  ]),
  sub("export", "Exports the sources as OPML"),
  sub("starter", "Lists public feeds by region and theme"),
  sub("forget-header", "Deletes the header that is sent for a source", [SOURCE]),
];

const ATTACHE = [
  sub("help", "Lists the commands, with examples"),
  sub("status", "Shows what is stored, and the status of the sources"),
  sub("stories", "Groups the articles by event"),
  sub("check", "Says whether the articles bear a sentence out, and where", [
    text("sentence", "The sentence", { required: true }),
  ]),
  sub("changes", "Shows what a publisher changed in an article", [text("article", "The article's id", { required: true })]),
  sub("correct", "Corrects a quote, a meeting or an article's topic (managers only)", [
    text("what", "A topic, for the ids; or what is right, such as meeting m12 not-held", { required: true }),
  ]),
  sub("corrections", "Lists what was corrected, by whom and when", [
    text("undo", "The id of a correction to take back, such as c3"),
    text("accept", "Corrects what somebody reported as wrong: its id, such as d3"),
    text("decline", "Dismisses what somebody reported as wrong: its id, such as d3"),
    choice("export", "Every correction as a line of JSON, for a file", { values: ["yes"], required: false }),
    PAGE,
  ]),
  sub("topics", "Lists and shows your own topics, and changes them (managers only)", [
    choice("action", "What to do; the default is to list them all", { values: TOPICS_ACTIONS, required: false }),
    text("topic", "Its name, such as our region", { suggest: true }),
    text("members", "What belongs to it: India, Japan, not cricket, not from Valley Post"),
  ]),
  sub("feeds", "Gives addresses for feed readers and calendars (managers only)", [
    text("what", "Such as add india-japan, add calendar quad or list; remove and an id takes one back"),
  ]),
  sub("export", "Gives you a briefing, dossier, timeline or week as a file", [
    text("what", "Such as briefing india-japan, person Kishida as html or timeline quad since March"),
  ]),
  sub("settings", "Shows who may change what in this server"),
  sub("set", "Changes a setting (managers only)", [
    choice("setting", "The setting", { values: [...SETTINGS, "model"] }),
    choice("who", "Who may; or where a language model writes", { values: [...WHO, ...MODEL_VALUES] }),
  ]),
  sub("forget", "Deletes your data or an article", [
    text("what", "“me” for your own data; “article” and an id or address (managers only)", {
      required: true,
    }),
  ]),
];

const SERVER = [InteractionContextType.Guild];
const ANYWHERE = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];
/** Who installed the app for themselves has what only reads wherever they are; what belongs to a server needs the app in that server. */
const FOR_ALL = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
const IN_SERVERS = [ApplicationIntegrationType.GuildInstall];
/** The reference says that this is a string, Discord's OpenAPI document that it is a number; it is handed out as a string. */
const MANAGERS = Number(PermissionFlagsBits.ManageGuild) as unknown as string;

type Command = RESTPostAPIApplicationCommandsJSONBody;

interface Made {
  options?: readonly Option[];
  subs?: readonly SlashCommandSubcommandBuilder[];
  /** Whether it belongs to a server. */
  ofServer?: boolean;
}

function slash(name: string, description: string, { options = [], subs = [], ofServer = false }: Made): Command {
  const { names, descriptions } = localizationsOf(name);
  const builder = new SlashCommandBuilder()
    .setName(name)
    .setDescription(description)
    .setNameLocalizations(names)
    .setDescriptionLocalizations(descriptions)
    .setContexts(...(ofServer ? SERVER : ANYWHERE))
    .setIntegrationTypes(...(ofServer ? IN_SERVERS : FOR_ALL));
  for (const each of subs) builder.addSubcommand(each);
  return { type: ApplicationCommandType.ChatInput, ...withOptions(builder, options).toJSON() };
}

function addSource(): Command {
  const builder = new ContextMenuCommandBuilder()
    .setType(ApplicationCommandType.Message)
    .setName(ADD_SOURCE_COMMAND)
    .setNameLocalizations(ADD_SOURCE_LOCAL)
    .setContexts(...SERVER)
    .setIntegrationTypes(...IN_SERVERS);
  return { ...builder.toJSON(), default_member_permissions: MANAGERS };
}

/** The commands as Discord keeps them (discord.com/developers/docs/interactions/application-commands). */
export const COMMANDS: readonly Command[] = [
  slash("briefing", "What happened on a topic, with every source", {
    options: [TOPIC, SINCE, UNTIL, PRIVATE],
  }),
  slash("meetings", "Who met whom, where and when", { options: MEETINGS }),
  slash("timeline", "The story over weeks, one line for each day that mattered", {
    options: [
      TOPIC,
      text("from", "The first day, such as 2026-01-31, monday or March"),
      text("to", "The last day, such as 2026-01-31, today or May"),
      PRIVATE,
    ],
  }),
  slash("upcoming", "Planned meetings whose day has not passed", { options: UPCOMING }),
  slash("person", "Shows a person; merges and splits names", { subs: PERSON }),
  slash("quotes", "Who said what, word for word", {
    options: [text("about", "A person or a topic", { suggest: true }), SINCE, UNTIL, PAGE, ALL, SHARE],
  }),
  slash("digest", "Digests of topics in this channel", { subs: DIGEST, ofServer: true }),
  slash("watch", "Tells at once when somebody meets or speaks", { subs: WATCH, ofServer: true }),
  slash("sources", "Manages the feeds and pages that Attaché reads", { subs: SOURCES, ofServer: true }),
  slash("ask", "Answers a question from the articles", {
    options: [text("question", "For instance: when did the ministers last meet?", { required: true })],
  }),
  slash("attache", "Help, status and settings", { subs: ATTACHE }),
  addSource(),
];
