import { personJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { PersonRecord } from "../../domain/evidence/records.ts";
import { ruleKey } from "../../ingest/separate-names.ts";
import { splitPerson } from "../../ingest/split-person.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { choosePerson } from "./choose-person.ts";

const LOOKED_AT = 20;

/** `/person split <name> from <name>` gives a name to a different person, in stored and in future articles. */
export async function splitName(context: CommandContext, intent: Extract<Intent, { kind: "split-person" }>): Promise<Reply> {
  const { store, workspaceId, asker } = context;
  const person = await choosePerson(context, intent.name);
  const alias = aliasOf(person, intent.alias);
  const done = await store.evidence.write(workspaceId, async (writer) => {
    const known = await writer.people.byId(person.id);
    return known !== null && (await splitPerson(writer, { person: known, alias, setBy: asker.userId }));
  });
  if (!done)
    throw new AppError(
      "usage",
      `I can't split ${alias} from ${person.name}, because the articles don't show which text belongs to whom.`,
    );
  await store.forgetting.drafts();
  const named = await store.people.byName(workspaceId, alias, LOOKED_AT);
  const other = named.find((each) => each.id !== person.id && ruleKey(each.name) === ruleKey(alias)) ?? null;
  const sentence = `${alias} and ${person.name} are now two people, and I will keep them apart. To undo this, type /person merge ${alias} into ${person.name}.`;
  return reply(
    { title: "Name split", audience: "asker", blocks: [paragraph(text(sentence))], detail: [] },
    other === null ? { name: alias } : personJson(other),
    alias,
  );
}

function aliasOf(person: PersonRecord, typed: string): string {
  const names = [person.name, ...person.aliases];
  const alias = names.find((name) => ruleKey(name) === ruleKey(typed));
  if (alias !== undefined) return alias;
  throw new AppError(
    "not-found",
    names.length === 1
      ? `${person.name} has no other name, so there is nothing to split.`
      : `${person.name} has no name ${typed}. Did you mean ${person.aliases.join(", ")}?`,
  );
}
