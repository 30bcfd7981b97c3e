/**
 * What Discord refuses in messages, commands and modals, as its documentation has it, written apart from the adapter's limits so that the
 * two can disagree. Every answer is a reason for the test's reader; null is "accepted".
 */
export type Json = Record<string, unknown>;

export function judgeMessage(body: Json): string | null {
  const embeds = (body["embeds"] ?? []) as Json[];
  const components = (body["components"] ?? []) as Json[];
  const content = String(body["content"] ?? "");
  if (content.length > 2000) return "content: 2000 or fewer in length";
  if (embeds.length > 10) return "embeds: 10 or fewer";
  if (content === "" && embeds.length === 0) return "50006: Cannot send an empty message";
  for (const embed of embeds) {
    const wrong = judgeEmbed(embed);
    if (wrong !== null) return wrong;
  }
  const together = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (together > 6000) return `MAX_EMBED_SIZE_EXCEEDED: ${together}`;
  const allowed = body["allowed_mentions"] as Json | undefined;
  if (!Array.isArray(allowed?.["parse"]) || allowed["parse"].length > 0) return "a text of an article could ping";
  if (/\p{Surrogate}/u.test(JSON.stringify(embeds))) return "50109: The request body contains invalid JSON";
  return judgeComponents(components);
}

function judgeEmbed(embed: Json): string | null {
  const [title, description] = [String(embed["title"] ?? ""), String(embed["description"] ?? "")];
  if (title.length > 256) return "embed.title: 256 or fewer";
  if (description.length > 4096) return "embed.description: 4096 or fewer";
  if (title.trim() === "" && description.trim() === "") return "embed: this field is required";
  if (((embed["fields"] ?? []) as Json[]).length > 25) return "embed.fields: 25 or fewer";
  return null;
}

function embedLength(embed: Json): number {
  return String(embed["title"] ?? "").length + String(embed["description"] ?? "").length;
}

function judgeComponents(rows: Json[]): string | null {
  if (rows.length > 5) return "components: 5 or fewer";
  const ids = new Set<unknown>();
  for (const row of rows) {
    const buttons = row["components"] as Json[] | undefined;
    if (row["type"] !== 1 || buttons === undefined || buttons.length < 1 || buttons.length > 5)
      return "components: a row of 1 to 5";
    for (const button of buttons) {
      const id = String(button["custom_id"] ?? "");
      const label = String(button["label"] ?? "");
      if (button["type"] !== 2) return "components: not a button";
      if (id.length < 1 || id.length > 100) return "custom_id: between 1 and 100 in length";
      if (ids.has(id)) return "COMPONENT_CUSTOM_ID_DUPLICATED";
      if (label.trim() === "" || label.length > 80) return "label: between 1 and 80 in length";
      ids.add(id);
    }
  }
  return null;
}

export function judgeModal(data: Json): string | null {
  const title = String(data["title"] ?? "");
  const id = String(data["custom_id"] ?? "");
  const components = (data["components"] ?? []) as Json[];
  if (title.length < 1 || title.length > 45) return "title: between 1 and 45 in length";
  if (id.length < 1 || id.length > 100) return "custom_id: between 1 and 100 in length";
  if (components.length < 1 || components.length > 5) return "components: between 1 and 5";
  for (const label of components) {
    if (label["type"] !== 18) return "components: not a label";
    if (String(label["label"] ?? "").length > 45 || String(label["description"] ?? "").length > 100) return "label: too long";
    const input = label["component"] as Json;
    if (input["type"] === 3 || input["type"] === 8) {
      const options = (input["options"] ?? []) as Json[];
      if (input["type"] === 3 && (options.length < 1 || options.length > 25)) return "options: between 1 and 25";
      if (options.filter((each) => each["default"] === true).length > Number(input["max_values"] ?? 1))
        return "too many defaults";
      continue;
    }
    if (input["type"] !== 4 || Number(input["max_length"] ?? 1) > 4000) return "max_length: 4000 or fewer";
    if (String(input["placeholder"] ?? "").length > 100) return "placeholder: 100 or fewer";
  }
  return null;
}

export function judgeChoices(choices: Json[]): string | null {
  if (choices.length > 25) return "choices: 25 or fewer";
  const isLong = choices.some((choice) => String(choice["name"]).length > 100 || String(choice["value"]).length > 100);
  return isLong ? "choices: 100 or fewer in length" : null;
}

/** Lower case, no spaces: what a slash command, its subcommands and its options are called. */
const NAME = /^[-_'\p{Ll}\p{N}]{1,32}$/u;

export function judgeCommand(command: Json): string | null {
  const isSlash = (command["type"] ?? 1) === 1;
  const name = String(command["name"]);
  if (isSlash ? !NAME.test(name) : name.length < 1 || name.length > 32) return `${name}: APPLICATION_COMMAND_INVALID_NAME`;
  if (!isSlash) return command["description"] || command["options"] ? `${name}: a menu has no description and no options` : null;
  return judgeDescribed(command) ?? judgeOptions((command["options"] ?? []) as Json[]) ?? judgeTotal(command);
}

function judgeDescribed(part: Json): string | null {
  const { length } = String(part["description"] ?? "");
  return length < 1 || length > 100 ? `${String(part["name"])}: a description has 1 to 100 characters` : null;
}

function judgeOptions(options: Json[]): string | null {
  if (options.length > 25) return "options: 25 or fewer";
  let isOptional = false;
  for (const option of options) {
    if (!NAME.test(String(option["name"]))) return `${String(option["name"])}: invalid name`;
    const required = option["required"] === true;
    if (isOptional && required) return `${String(option["name"])}: required options come first`;
    isOptional = !required;
    const choices = (option["choices"] ?? []) as Json[];
    if (choices.length > 0 && option["autocomplete"] === true) return "choices and autocomplete exclude each other";
    const wrong = judgeDescribed(option) ?? judgeChoices(choices) ?? judgeOptions((option["options"] ?? []) as Json[]);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** Names, descriptions and values of a command together. */
function judgeTotal(command: Json): string | null {
  let total = 0;
  JSON.stringify(command, (key, value) => {
    if (["name", "description", "value"].includes(key) && typeof value === "string") total += value.length;
    return value;
  });
  return total > 8000 ? "APPLICATION_COMMAND_TOO_LARGE" : null;
}
