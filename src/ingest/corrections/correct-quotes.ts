import { type Attributed, CORRECTED_RULE, type SpeakerContent, type StoredCorrection } from "../../domain/evidence/correction.ts";
import type { EvidenceWriter } from "../../domain/evidence/evidence-store.ts";
import { nameWords } from "../../extract/names.ts";
import { ruleKey } from "../separate-names.ts";

/** A manager's word on a quotation, by the id that readers gave out. `personId` is of the person who was chosen, where it is one. */
export interface SpeakerSaid {
  quoteId: string;
  name: string | null;
  personId: string | null;
  setBy: string;
  setAtMs: number;
}

/** Gives a quotation to whoever a manager says spoke, in this and in every later reading of the article. False where it is not there any more. */
export async function correctSpeaker(writer: EvidenceWriter, said: SpeakerSaid): Promise<boolean> {
  const quote = await writer.spoken.byId(said.quoteId);
  if (quote === null) return false;
  const { text, nth, articleKey, attributed } = quote;
  const known = await writer.corrections.ofQuotes(articleKey);
  const former = known.find(({ content }) => content.text === text && content.nth === nth);
  if (former !== undefined) await writer.corrections.remove(former.key);
  const { name, personId, setBy, setAtMs } = said;
  const personKey = personId === null ? null : ((await writer.people.byId(personId))?.key ?? null);
  const found = former?.content.found ?? attributed;
  const content = { kind: "speaker" as const, text, nth, name, personKey, found };
  await writer.corrections.add({ articleKey, meetingKey: null, articleKeys: [], content, setBy, setAtMs });
  await correctQuotes(writer, articleKey);
  return true;
}

/** Applies what managers said of the quotations of an article, or of all: after each reading, and after names were merged or split. */
export async function correctQuotes(writer: EvidenceWriter, articleKey: number | null): Promise<void> {
  for (const correction of await writer.corrections.ofQuotes(articleKey)) await correctQuote(writer, correction);
}

async function correctQuote(
  writer: EvidenceWriter,
  { key, articleKey, content }: StoredCorrection<SpeakerContent>,
): Promise<void> {
  const quote = articleKey === null ? null : await writer.spoken.at(articleKey, content);
  if (quote === null) return;
  const personKey = await keyOfNamed(writer, content);
  // A new reading may have found another speaker: that is what holds once the correction is taken back.
  const found = quote.attributed.rule === CORRECTED_RULE ? content.found : quote.attributed;
  await writer.corrections.setContent(key, { ...content, personKey, found });
  await writer.spoken.attribute(quote.key, { name: content.name, personKey, mention: null, rule: CORRECTED_RULE });
}

/** Gives a quotation back to whom the engine gave it. */
export async function restoreQuote(
  writer: EvidenceWriter,
  { articleKey, content }: StoredCorrection<SpeakerContent>,
): Promise<void> {
  const quote = articleKey === null ? null : await writer.spoken.at(articleKey, content);
  if (quote === null) return;
  const { found } = content;
  const personKey = found.personKey === null ? null : await keyOfNamed(writer, found);
  await writer.spoken.attribute(quote.key, { ...found, personKey });
}

/** The person of that name now: names are merged and split, and people come and go with their articles. Null where it is nobody or several. */
async function keyOfNamed(
  writer: EvidenceWriter,
  { name, personKey }: Pick<Attributed, "name" | "personKey">,
): Promise<number | null> {
  if (name === null) return null;
  const wanted = ruleKey(name);
  const known = await writer.people.withNameWords(nameWords(name));
  const called = known.filter((each) => ruleKey(each.name) === wanted);
  const alike = called.length > 0 ? called : known.filter(({ aliases }) => aliases.some((alias) => ruleKey(alias) === wanted));
  const chosen = alike.find((each) => each.key === personKey) ?? (alike.length === 1 ? alike[0] : undefined);
  return chosen?.key ?? null;
}
