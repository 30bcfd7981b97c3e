import type { CorrectionWriter, MeetingContent, SpeakerContent, StoredCorrection } from "../../../domain/evidence/correction.ts";
import type { Prisma } from "../generated/client.ts";
import type { Transaction } from "../transaction.ts";
import type { WorkspaceTurn } from "../turn/workspace-turn.ts";
import { contentToJson, readContent } from "./correction-content.ts";

const INCLUDE = { reports: { select: { articleId: true }, orderBy: { articleId: "asc" } } } satisfies Prisma.CorrectionInclude;
const MEETING_KINDS: MeetingContent["kind"][] = ["not-held", "date", "same-as", "apart"];

export function createCorrectionWriter({ transaction, workspaceId, opening }: WorkspaceTurn): CorrectionWriter {
  const find = async (where: Prisma.CorrectionWhereInput) => {
    const rows = await transaction.correction.findMany({
      where: { workspaceId, ...where },
      include: INCLUDE,
      orderBy: { id: "asc" },
    });
    return rows.map(toStored);
  };
  return {
    async add({ articleKey, meetingKey, articleKeys, content, setBy, setAtMs }) {
      opening.forget();
      const topicKey = content.kind === "off-topic" ? content.key : null;
      const what = {
        kind: content.kind,
        articleId: articleKey,
        meetingId: meetingKey,
        topicKey,
        content: contentToJson(content),
      };
      const reports = { create: articleKeys.map((articleId) => ({ articleId })) };
      const data = { workspaceId, ...what, setBy, setAt: new Date(setAtMs), reports };
      await transaction.correction.create({ data, select: { id: true } });
    },
    byKey: async (key) => (await find({ id: key }))[0] ?? null,
    async ofQuotes(articleKey) {
      const all = await find({ kind: "speaker", ...(articleKey === null ? {} : { articleId: articleKey }) });
      return all.flatMap(({ content, ...row }) => (isOnQuote(content) ? [{ ...row, content }] : []));
    },
    async ofMeetings() {
      // Every article asks, and nearly every workspace has none.
      if (!(await opening.hasCorrections())) return [];
      const all = await find({ kind: { in: MEETING_KINDS } });
      return all.flatMap(({ content, ...row }) => (isOnMeeting(content) ? [{ ...row, content }] : []));
    },
    async ofTopics(articleKey) {
      const all = await find({ kind: "off-topic", articleId: articleKey });
      return all.flatMap(({ content, ...row }) => (content.kind === "off-topic" ? [{ ...row, content }] : []));
    },
    async setContent(key, content) {
      await transaction.correction.update({
        where: { id: key },
        data: { content: contentToJson(content) },
        select: { id: true },
      });
    },
    async bind(key, meetingKey, articleKeys) {
      await transaction.correction.update({ where: { id: key }, data: { meetingId: meetingKey }, select: { id: true } });
      for (const articleId of articleKeys) {
        const pair = { correctionId: key, articleId };
        await transaction.correctionArticle.upsert({ where: { correctionId_articleId: pair }, create: pair, update: {} });
      }
    },
    async remove(key) {
      await transaction.correction.deleteMany({ where: { workspaceId, id: key } });
    },
  };
}

/** Corrections of meetings of which no article tells any more are gone with the articles. */
export async function removeUnsupported(transaction: Transaction, workspaceId: string): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "Correction" WHERE "workspaceId" = ${workspaceId} AND "articleId" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "CorrectionArticle" a WHERE a."correctionId" = "Correction"."id")
      AND NOT EXISTS (SELECT 1 FROM "MeetingReport" r WHERE r."meetingId" = "Correction"."meetingId")`;
}

function toStored(row: Prisma.CorrectionGetPayload<{ include: typeof INCLUDE }>): StoredCorrection {
  return {
    key: row.id,
    articleKey: row.articleId,
    meetingKey: row.meetingId,
    articleKeys: row.reports.map(({ articleId }) => articleId),
    content: readContent(row.content),
  };
}

function isOnQuote(content: StoredCorrection["content"]): content is SpeakerContent {
  return content.kind === "speaker";
}

function isOnMeeting(content: StoredCorrection["content"]): content is MeetingContent {
  return "traces" in content;
}
