import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord-api-types/v10";
import { SETTINGS, WHO } from "../../../domain/workspace/workspace-settings.ts";
import { ADD_SOURCE_COMMAND } from "./names.ts";

/** An option that takes text. `suggest` has Discord ask for suggestions while it is typed; what comes may still be anything. */
function text(
  name: string,
  description: string,
  more: { required?: boolean; suggest?: boolean } = {},
): APIApplicationCommandBasicOption {
  const required = more.required === true;
  return { type: ApplicationCommandOptionType.String, name, description, required, autocomplete: more.suggest === true };
}

function choice(name: string, description: string, values: readonly string[]): APIApplicationCommandBasicOption {
  const choices = values.map((value) => ({ name: value, value }));
  return { type: ApplicationCommandOptionType.String, name, description, required: true, choices };
}

function sub(
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options };
}

const TOPIC = text("topic", "Two countries (india-japan), a bloc (quad), a person, or words", { required: true, suggest: true });
const SINCE = text("since", "The first day, such as 2026-01-31, monday, June, last week or 7d");
const UNTIL = text("until", "The last day, such as 2026-01-31, yesterday or June");
const PAGE = text("page", "Which page, such as 2");
const A_TOPIC = text("topic", "A topic that this channel follows", { suggest: true });
const SOURCE = text("source", "Its address or name", { required: true });
const NAME = text("name", "A name, or part of one", { required: true, suggest: true });

const DAYS = [
  { name: "Every day", value: "daily" },
  { name: "Monday to Friday", value: "weekdays" },
  { name: "Saturday and Sunday", value: "weekends" },
  ...["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((day) => ({ name: day, value: day })),
];

const PERSON = [
  sub("show", "One person's names, roles, quotes and meetings", [NAME]),
  sub("list", "Everyone known"),
  sub("merge", "Two names are one person: for those who manage the server", [
    text("name", "The name that is not a person of its own", { required: true, suggest: true }),
    text("into", "The person that it belongs to", { required: true, suggest: true }),
  ]),
  sub("split", "A name is somebody else's: for those who manage the server", [
    text("name", "The person", { required: true, suggest: true }),
    text("alias", "The name that is not theirs", { required: true }),
  ]),
];

const DIGEST = [
  sub("follow", "A digest of a topic in this channel: for those who manage the server", [
    TOPIC,
    text("time", "When, for instance 08:00 or 7pm; 08:00 without it"),
    {
      type: ApplicationCommandOptionType.String,
      name: "days",
      description: "On which days; every day without it",
      choices: DAYS,
    },
    text("timezone", "Such as Asia/Tokyo; UTC without it", { suggest: true }),
    { type: ApplicationCommandOptionType.Boolean, name: "quiet", description: "Say nothing on days without news" },
  ]),
  sub("list", "What this channel follows"),
  sub("stop", "Ends a digest of this channel", [A_TOPIC]),
  sub("preview", "The digest that would be posted now, for you alone", [
    text("topic", "Any topic; without it what this channel follows", { suggest: true }),
  ]),
  sub("now", "Posts the digest of this channel now", [A_TOPIC]),
  sub("why", "Why a digest came, or did not, and when the next one comes", [A_TOPIC]),
];

const SOURCES = [
  sub("add", "A feed or page to read from now on, or a search of the news", [
    text("source", "Its address, or words to search the news for", { required: true }),
    { type: ApplicationCommandOptionType.Boolean, name: "backfill", description: "Read its older entries as well" },
  ]),
  sub("list", "Which sources are read, and how they are"),
  sub("remove", "Ends reading a source", [SOURCE]),
  sub("why", "How a source is, and why", [SOURCE]),
  sub("import", "Sources out of an OPML file", [
    {
      type: ApplicationCommandOptionType.Attachment,
      name: "file",
      description: "An OPML file, as feed readers export it",
      required: true,
    },
  ]),
  sub("export", "All sources as an OPML file"),
  sub("starter", "Public feeds by region and theme to begin with"),
];

const ATTACHE = [
  sub("help", "What can be asked, with examples"),
  sub("status", "What is stored, and how the sources are"),
  sub("stories", "The articles grouped by the event that they report"),
  sub("changes", "What a publisher changed in an article after it was first read", [
    text("article", "The article's id", { required: true }),
  ]),
  sub("settings", "Who may change what in this server"),
  sub("set", "Changes who may: for those who manage the server", [
    choice("setting", "What it is about", SETTINGS),
    choice("who", "Who may", WHO),
  ]),
  sub("forget", "Has something deleted for good", [
    text("what", "“me” (your questions here), or “article” and its id or address: for those who manage the server", {
      required: true,
    }),
  ]),
];

const SERVER = [InteractionContextType.Guild];
const ANYWHERE = [InteractionContextType.Guild, InteractionContextType.BotDM];
/** The reference says that this is a string, Discord's OpenAPI document that it is a number; it is handed out as a string. */
const MANAGERS = Number(PermissionFlagsBits.ManageGuild) as unknown as string;

type Command = RESTPostAPIApplicationCommandsJSONBody;

function slash(name: string, description: string, more: Partial<Command>): Command {
  const where = { contexts: ANYWHERE, integration_types: [ApplicationIntegrationType.GuildInstall] };
  return { type: ApplicationCommandType.ChatInput, name, description, ...where, ...more } as Command;
}

/** The commands as Discord keeps them (discord.com/developers/docs/interactions/application-commands). */
export const COMMANDS: readonly Command[] = [
  slash("briefing", "What happened on a topic, with every source", {
    options: [TOPIC, SINCE, UNTIL],
  }),
  slash("meetings", "Who met whom, where and when", {
    options: [
      text("about", "A topic or a person", { suggest: true }),
      text("from", "On or after this day, such as 2026-01-31, monday or March"),
      text("to", "On or before this day, such as 2026-01-31, today or May"),
      PAGE,
    ],
  }),
  slash("person", "What is known of a person; merging and splitting names", { options: PERSON }),
  slash("quotes", "Who said what, word for word", {
    options: [text("about", "A person or a topic", { suggest: true }), SINCE, UNTIL, PAGE],
  }),
  slash("digest", "Digests of topics in this channel", { options: DIGEST, contexts: SERVER }),
  slash("sources", "Which feeds and pages are read", { options: SOURCES, contexts: SERVER }),
  slash("ask", "An answer out of the stored articles", {
    options: [text("question", "For instance: when did the ministers last meet?", { required: true })],
  }),
  slash("attache", "Help, and how Attaché is", { options: ATTACHE }),
  {
    type: ApplicationCommandType.Message,
    name: ADD_SOURCE_COMMAND,
    contexts: SERVER,
    integration_types: [ApplicationIntegrationType.GuildInstall],
    default_member_permissions: MANAGERS,
  },
];
