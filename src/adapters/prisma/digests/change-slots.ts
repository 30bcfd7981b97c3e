import type { DeliveryPart, Told } from "../../../domain/digests/digest.ts";
import type { Claim, NewPart, PartMark, SlotEnd } from "../../../domain/digests/digest-store.ts";
import type { Clients } from "../clients.ts";
import { insertion, type TableColumns } from "../insertion.ts";
import { type JsonRows, jsonIn, numberIn, textIn, toJsonRows } from "../json-rows.ts";
import { inRounds } from "../rounds.ts";
import { Prisma } from "../sql.ts";
import type { Statements } from "../statements.ts";
import { isHeld, iso, lockInOrder, slotIds, slotList } from "./slot-statements.ts";

/** What holders of slots write down, of many slots in one transaction: few statements, however many they are. */

export interface Composed {
  claim: Claim;
  parts: NewPart[];
  told: Told;
  cites: string[];
}

export interface Marked {
  claim: Claim;
  mark: PartMark;
}

export interface Ended {
  claim: Claim;
  end: SlotEnd;
}

const PARTS: TableColumns<{
  slotId: number;
  part: number;
  nonce: string;
  state: string;
  payload: object;
  attempts: number;
  doubtSince: string | null;
}> = {
  table: "Delivery",
  columns: {
    slotId: "number",
    part: "number",
    nonce: "text",
    state: "text",
    payload: "json",
    attempts: "number",
    doubtSince: "instant",
  },
  onConflict: `RETURNING "id", "slotId", "part"`,
};

/** Replaces the slots' messages, and says what their channels will have been told; null for those whose claim is lost. */
export function composeSlots(clients: Clients, composed: Composed[]): Promise<(DeliveryPart[] | null)[]> {
  return inTurn(clients, composed, { round: composeRound });
}

async function composeRound(statements: Statements, rows: JsonRows, round: Composed[]): Promise<(DeliveryPart[] | null)[]> {
  const json = toJsonRows(round.map(({ claim, told }) => ({ ...claim, told })));
  const held = await updateHeld(statements, rows, { json, set: Prisma.sql`"told" = ${jsonIn("told")}` });
  const own = round.filter(({ claim }) => held.has(claim.slotId));
  if (own.length === 0) return round.map(() => null);
  const ids = slotList(rows, own.map(claimOf));
  await statements.execute(Prisma.sql`DELETE FROM "Delivery" WHERE "slotId" IN ${ids}`);
  const keys = await insertParts(statements, rows, own);
  await noteCited(statements, rows, own);
  return round.map(({ claim, parts }) =>
    held.has(claim.slotId) ? parts.map((part, at) => storedPart(claim, part, { at, keys })) : null,
  );
}

type PartKeys = Map<string, number>;

function storedPart({ slotId }: Claim, part: NewPart, { at, keys }: { at: number; keys: PartKeys }): DeliveryPart {
  const id = keys.get(`${slotId} ${at}`);
  if (id === undefined) throw new Error(`Part ${at} of slot ${slotId} was not stored.`);
  return { id, part: at, state: "waiting", messageId: null, ...part };
}

async function insertParts(statements: Statements, rows: JsonRows, own: Composed[]): Promise<PartKeys> {
  const parts = own.flatMap(({ claim, parts: each }) =>
    each.map(({ key, payload, attempts, doubtSinceMs }, part) => {
      const doubtSince = iso(doubtSinceMs);
      return { slotId: claim.slotId, part, nonce: key, state: "waiting", payload, attempts, doubtSince };
    }),
  );
  if (parts.length === 0) return new Map();
  const stored = await statements.query<Record<"id" | "slotId" | "part", number | bigint>>(insertion(rows, PARTS, parts));
  return new Map(stored.map(({ id, slotId, part }) => [`${slotId} ${part}`, Number(id)]));
}

/** Keeps which articles the digests cite. Those that are withdrawn already are cited as such. */
async function noteCited(statements: Statements, rows: JsonRows, own: Composed[]): Promise<void> {
  const ids = slotList(rows, own.map(claimOf));
  await statements.execute(Prisma.sql`DELETE FROM "SlotArticle" WHERE "slotId" IN ${ids}`);
  const cited = own.flatMap(({ claim: { slotId }, cites }) => cites.map((externalId) => ({ slotId, externalId })));
  if (cited.length === 0) return;
  await statements.execute(Prisma.sql`
    INSERT INTO "SlotArticle" ("slotId", "articleId")
    SELECT DISTINCT "Slot"."id", a."id" FROM ${rows.table(toJsonRows(cited))} AS "given"
      JOIN "Slot" ON "Slot"."id" = ${numberIn("slotId")} JOIN "Subscription" AS s ON s."id" = "Slot"."subscriptionId"
      JOIN "Article" AS a ON a."workspaceId" = s."workspaceId" AND a."externalId" = ${textIn("externalId")} AND a."withdrawnAt" IS NULL`);
}

/** Writes down how far messages are; false for those whose claim is lost. */
export function markParts(clients: Clients, marked: Marked[]): Promise<boolean[]> {
  return inTurn(clients, marked, { round: markRound });
}

async function markRound(statements: Statements, rows: JsonRows, round: Marked[]): Promise<boolean[]> {
  const held = await updateHeld(statements, rows, {
    json: toJsonRows(round.map(({ claim, mark }) => ({ ...claim, leaseUntil: iso(mark.leaseUntilMs) }))),
    set: Prisma.sql`"leaseUntil" = coalesce(${rows.instant("leaseUntil")}, "leaseUntil")`,
  });
  const own = round.filter(({ claim }) => held.has(claim.slotId));
  if (own.length > 0) await updateParts(statements, rows, own);
  return round.map(({ claim }) => held.has(claim.slotId));
}

async function updateParts(statements: Statements, rows: JsonRows, own: Marked[]): Promise<void> {
  const json = toJsonRows(
    own.map(({ mark: { partId, state, messageId, doubtSinceMs, atMs } }) => ({
      id: partId,
      state,
      messageId,
      doubtSince: iso(doubtSinceMs),
      more: state === "sending" ? 1 : 0,
      sentAt: state === "sent" ? iso(atMs) : null,
    })),
  );
  await statements.execute(Prisma.sql`
    UPDATE "Delivery" SET "state" = ${textIn("state")}, "messageId" = ${textIn("messageId")},
      "doubtSince" = ${rows.instant("doubtSince")}, "attempts" = "attempts" + ${numberIn("more")},
      "sentAt" = coalesce(${rows.instant("sentAt")}, "sentAt")
    FROM ${rows.table(json)} AS "given" WHERE "Delivery"."id" = ${numberIn("id")}`);
}

/** Ends slots; what was posted, or had nothing to post, counts as told. False for those whose claim is lost. */
export function finishSlots(clients: Clients, ended: Ended[]): Promise<boolean[]> {
  return inTurn(clients, ended, { isOfSubscriptions: true, round: finishRound });
}

async function finishRound(statements: Statements, rows: JsonRows, round: Ended[]): Promise<boolean[]> {
  const held = await updateHeld(statements, rows, {
    json: toJsonRows(round.map(({ claim, end: { state, reason, atMs } }) => ({ ...claim, state, reason, doneAt: iso(atMs) }))),
    set: Prisma.sql`"state" = ${textIn("state")}, "doneAt" = ${rows.instant("doneAt")}, "leaseUntil" = NULL,
        "reason" = coalesce(${textIn("reason")}, "reason")`,
  });
  const own = round.filter(({ claim }) => held.has(claim.slotId));
  const told = own.filter(({ end }) => end.state !== "failed").map(({ claim }) => claim);
  if (told.length > 0)
    await statements.execute(Prisma.sql`
        UPDATE "Subscription" SET "told" = "Slot"."told" FROM "Slot"
        WHERE "Slot"."id" IN ${slotList(rows, told)} AND "Slot"."told" IS NOT NULL AND "Subscription"."id" = "Slot"."subscriptionId"`);
  await pause(statements, rows, own);
  return round.map(({ claim }) => held.has(claim.slotId));
}

async function pause(statements: Statements, rows: JsonRows, own: Ended[]): Promise<void> {
  const paused = own.filter(({ end }) => end.pause !== null);
  if (paused.length === 0) return;
  const json = toJsonRows(paused.map(({ claim, end }) => ({ ...claim, pausedAt: iso(end.atMs), reason: end.pause })));
  await statements.execute(Prisma.sql`
    UPDATE "Subscription" SET "pausedAt" = ${rows.instant("pausedAt")}, "pauseReason" = ${textIn("reason")}
    FROM ${rows.table(json)} AS "given", "Slot"
    WHERE "Slot"."id" = ${numberIn("slotId")} AND "Subscription"."id" = "Slot"."subscriptionId"`);
  const ids = slotList(rows, paused.map(claimOf));
  await statements.execute(Prisma.sql`
    DELETE FROM "Slot" WHERE "state" = 'waiting'
      AND "subscriptionId" IN (SELECT "subscriptionId" FROM "Slot" WHERE "id" IN ${ids})`);
}

/** The slots' rows come first: whoever claims one waits for this, and then sees what was written. */
async function updateHeld(
  statements: Statements,
  rows: JsonRows,
  { json, set }: { json: string; set: Prisma.Sql },
): Promise<Set<number>> {
  return slotIds(
    await statements.query(
      Prisma.sql`UPDATE "Slot" SET ${set} FROM ${rows.table(json)} AS "given" WHERE ${isHeld} RETURNING "Slot"."id" AS "id"`,
    ),
  );
}

interface Work<Asked, Answer> {
  /** Whether the slots' subscriptions change as well. */
  isOfSubscriptions?: boolean;
  round(statements: Statements, rows: JsonRows, asked: Asked[]): Promise<Answer[]>;
}

/** Works what is asked in one transaction, one thing of a slot at a time, behind locks that all take in the same order. */
function inTurn<Asked extends { claim: Claim }, Answer>(
  clients: Clients,
  asked: Asked[],
  work: Work<Asked, Answer>,
): Promise<Answer[]> {
  const { rows } = clients;
  const slots = slotList(rows, asked.map(claimOf));
  return clients.bulkTransaction(async (statements) => {
    if (work.isOfSubscriptions === true) {
      const ids = Prisma.sql`(SELECT "subscriptionId" FROM "Slot" WHERE "id" IN ${slots})`;
      await lockInOrder(statements, rows, { table: "Subscription", ids });
    }
    await lockInOrder(statements, rows, { table: "Slot", ids: slots });
    return inRounds(
      asked,
      ({ claim }) => claim.slotId,
      (round) => work.round(statements, rows, round),
    );
  });
}

function claimOf({ claim }: { claim: Claim }): Claim {
  return claim;
}
