import { COMMANDS } from "../commands/commands.ts";
import type { DiscordApi } from "./api.ts";

type Command = (typeof COMMANDS)[number];
type Registered = Awaited<ReturnType<DiscordApi["commands"]>>[number];

/**
 * Brings the registered commands to what this version has, and writes only what differs: Discord takes two hundred new ones a day. Comes
 * back with a sentence for each change. Without a server they are registered for all, which takes Discord a moment.
 */
export async function registerCommands(api: DiscordApi, guildId: string | null): Promise<string[]> {
  const { id: applicationId } = await api.application();
  const there = await api.commands(applicationId, guildId);
  const done: string[] = [];
  for (const command of COMMANDS) {
    const known = there.find((registered) => isNamed(registered, command));
    if (known !== undefined && isSame(command, known)) continue;
    // The same name is written over.
    await api.addCommand(applicationId, guildId, command);
    done.push(`${known === undefined ? "Added" : "Changed"} ${shown(command)}.`);
  }
  for (const registered of there.filter((each) => !COMMANDS.some((command) => isNamed(each, command)))) {
    await api.removeCommand(applicationId, guildId, registered.id);
    done.push(`Removed ${shown(registered)}.`);
  }
  const where = guildId === null ? "every server" : `server ${guildId}`;
  if (done.length === 0) return [`All ${COMMANDS.length} commands are up to date for ${where}.`];
  return [...done, `The commands for ${where} are up to date.`];
}

function isNamed(registered: { name: string; type: number }, command: Command): boolean {
  return registered.name === command.name && registered.type === (command.type ?? 1);
}

function shown({ name, type }: { name: string; type?: number | undefined }): string {
  return (type ?? 1) === 1 ? `/${name}` : `“${name}”`;
}

/** Whether what is registered says the same. Discord leaves out what is empty or false, and adds fields of its own. */
function isSame(command: Command, registered: Registered): boolean {
  return holds(registered, command);
}

function holds(there: unknown, wanted: unknown): boolean {
  if (isEmpty(wanted)) return isEmpty(there);
  if (Array.isArray(wanted))
    return Array.isArray(there) && there.length === wanted.length && wanted.every((item, at) => holds(there[at], item));
  // Permissions are numbers here and strings there.
  if (typeof wanted !== "object" || wanted === null) return String(there) === String(wanted);
  if (typeof there !== "object" || there === null) return false;
  const [have, want] = [there as Record<string, unknown>, wanted as Record<string, unknown>];
  return Object.keys({ ...want, ...pick(have) }).every((key) => holds(have[key], want[key]));
}

/** What a registered command may say that ours does not any more. */
const OURS = [
  "description",
  "name_localizations",
  "description_localizations",
  "options",
  "choices",
  "required",
  "autocomplete",
  "contexts",
  "integration_types",
  "default_member_permissions",
];

function pick(have: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(OURS.filter((key) => key in have).map((key) => [key, have[key]]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);
}
