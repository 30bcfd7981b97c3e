import type { Refusal } from "../../src/domain/model/model-reading.ts";
import { extractArticle, readingVerifier } from "../../src/extract/extract-article.ts";
import { parseReading } from "../../src/model/readings/parse-reading.ts";
import type { Annotated } from "./annotated.ts";
import { type LieKind, liesOf } from "./liar.ts";
import { type Draft, Oracle } from "./oracle.ts";

export interface Share {
  right: number;
  of: number;
}

interface Measured {
  /** Pieces of right drafts that come through, by their kind. */
  through: Map<string, Share>;
  /** Planted errors that are refused, by their kind. */
  caught: Map<LieKind, Share>;
}

/** What was wrong, for whoever mends the rules. */
type Note = (sentence: string) => void;

/** How right drafts, made out of annotations, fare, and drafts with one planted error each. */
export function measureReadings(articles: readonly Annotated[], note: Note = () => undefined): Measured {
  const measured: Measured = { through: new Map(), caught: new Map() };
  for (const gold of articles) {
    const oracle = new Oracle(gold, extractArticle(gold.article));
    const verify = readingVerifier(gold.article);
    const draft = oracle.draft();
    const refused = refusedOf(verify, draft);
    for (const piece of piecesOf(draft)) {
      const why = refused.find(({ path }) => piece.startsWith(path));
      count(measured.through, piece.replace(/\[\d+\]/g, ""), why === undefined);
      if (why !== undefined) note(`${gold.article.id} ${piece} ${why.reason}: ${showPiece(oracle, draft, piece)}`);
    }
    for (const { kind, draft: lie, path, text } of liesOf(oracle, draft, gold)) {
      const judge = text === undefined ? verify : readingVerifier({ ...gold.article, text });
      const isCaught = refusedOf(judge, lie).some((each) => path.startsWith(each.path) || each.path.startsWith(path));
      count(measured.caught, kind, isCaught);
      if (!isCaught) note(`${gold.article.id} not refused, ${kind}: ${showPiece(oracle, lie, path)}`);
    }
  }
  return measured;
}

/** All shares of a map as one. */
export function sumOf(shares: ReadonlyMap<string, Share>): Share {
  const all = [...shares.values()];
  return { right: all.reduce((sum, { right }) => sum + right, 0), of: all.reduce((sum, { of }) => sum + of, 0) };
}

function count<Kind>(map: Map<Kind, Share>, kind: Kind, isRight: boolean): void {
  const { right, of } = map.get(kind) ?? { right: 0, of: 0 };
  map.set(kind, { right: right + (isRight ? 1 : 0), of: of + 1 });
}

function refusedOf(verify: ReturnType<typeof readingVerifier>, draft: Draft): Refusal[] {
  const parsed = parseReading(draft);
  return parsed === null ? [] : [...parsed.refused, ...verify(parsed.reading).refused];
}

/** Every piece of a draft, by its path. */
function piecesOf({ quotes, people, meetings }: Draft): string[] {
  return [
    ...quotes.map((_, at) => `quotes[${at}].speaker`),
    ...people.flatMap(({ office, country }, at) => [
      `people[${at}].name`,
      ...(office === null ? [] : [`people[${at}].office`]),
      ...(country === null ? [] : [`people[${at}].country`]),
    ]),
    ...meetings.flatMap(({ participants, when, where }, at) => [
      `meetings[${at}].kind`,
      `meetings[${at}].status`,
      ...participants.map((_, i) => `meetings[${at}].participants[${i}]`),
      ...(when === null ? [] : [`meetings[${at}].when`]),
      ...(where === null ? [] : [`meetings[${at}].where`]),
    ]),
  ];
}

function showPiece(oracle: Oracle, draft: Draft, path: string): string {
  const [list = "", n] = path.split(/[.[\]]+/);
  const piece = (draft as unknown as Record<string, Record<string, unknown>[]>)[list]?.[Number(n)] ?? {};
  const numbers = (piece["sentences"] ?? [piece["sentence"]]) as number[];
  return `${JSON.stringify(piece)} ${numbers.map((each) => `(${each}) ${oracle.textOf(each)}`).join(" ")}`.replaceAll("\n", " ");
}
