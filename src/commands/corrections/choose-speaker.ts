import { AppError } from "../../domain/errors.ts";
import { foldName } from "../../domain/evidence/fold-name.ts";
import type { CommandContext } from "../command-context.ts";
import { choosePerson } from "../people/choose-person.ts";

/** Words for a quotation whose article does not say who spoke. */
const NOBODY = /^(?:nobody|no one|unknown|not named|none)$/i;

export interface ChosenSpeaker {
  name: string | null;
  /** The id of the person, where it is one. */
  personId: string | null;
}

/**
 * Who spoke, as a manager says: a person whom the articles name, or a body that the quotation's own article names, word for word. Throws an
 * AppError ("not-found") with what may have been meant for anybody else, because a speaker must be found in the articles.
 */
export async function chooseSpeaker(
  context: CommandContext,
  { quoteId, typed }: { quoteId: string; typed: string },
): Promise<ChosenSpeaker> {
  if (NOBODY.test(typed)) return { name: null, personId: null };
  try {
    const { id, name } = await choosePerson(context, typed);
    return { name, personId: id };
  } catch (error) {
    if (!(error instanceof AppError) || !(await isNamedBeside(context, quoteId, typed))) throw error;
    return { name: typed, personId: null };
  }
}

async function isNamedBeside({ store, workspaceId }: CommandContext, quoteId: string, typed: string): Promise<boolean> {
  const text = await store.evidence.write(workspaceId, async (writer) => {
    const quote = await writer.spoken.byId(quoteId);
    return quote === null ? "" : writer.attributions.textOf(quote.articleKey);
  });
  return typed.length > 2 && foldName(text).includes(foldName(typed));
}
