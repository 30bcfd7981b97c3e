import { personJson } from "../../documents/to-json.ts";
import type { Reply } from "../../domain/chat/chat.ts";
import { paragraph, text } from "../../domain/chat/document.ts";
import type { Intent } from "../../domain/chat/intent.ts";
import { AppError } from "../../domain/errors.ts";
import type { PersonRecord } from "../../domain/evidence/records.ts";
import { mergePeople } from "../../ingest/merge-people.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { choosePerson } from "./choose-person.ts";

/** `/person merge <name> into <name>` makes two names one person, in stored and in future articles. */
export async function mergeNames(context: CommandContext, intent: Extract<Intent, { kind: "merge-people" }>): Promise<Reply> {
  const { store, workspaceId, asker } = context;
  const [keep, merge] = [await choosePerson(context, intent.keep), await choosePerson(context, intent.merge)];
  if (keep.id === merge.id)
    throw new AppError("usage", `${intent.merge} and ${intent.keep} are already the same person: ${keep.name}.`);
  await store.evidence.write(workspaceId, async (writer) => {
    const [kept, merged] = [await writer.people.byId(keep.id), await writer.people.byId(merge.id)];
    if (kept === null || merged === null)
      throw new AppError("not-found", "Somebody else just changed one of the two. Look at both, and try again.");
    await mergePeople(writer, { keep: kept, merge: merged, setBy: asker.userId });
  });
  await store.forgetting.drafts();
  const [person = keep] = (await store.people.byName(workspaceId, keep.name, 10)).filter((each) => each.id === keep.id);
  const split = { kind: "split-person" as const, name: person.name, alias: merge.name };
  const undo = { type: "actions" as const, actions: [{ label: "Undo", intent: split }] };
  return reply(
    { title: "Names merged", audience: "asker", blocks: [paragraph(text(sentence(merge, person))), undo], detail: [] },
    personJson(person),
    person.name,
  );
}

function sentence(merge: PersonRecord, person: PersonRecord): string {
  const articles = person.articleIds.length === 1 ? "1 article" : `${person.articleIds.length} articles`;
  return (
    `${merge.name} and ${person.name} are now one person: ${person.name}, in ${articles}. ${merge.name} in a later ` +
    `article will be ${person.name} too. To undo this, type /person split ${merge.name} from ${person.name}.`
  );
}
