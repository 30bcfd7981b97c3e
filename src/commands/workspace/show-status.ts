import type { Reply } from "../../domain/chat/chat.ts";
import { text } from "../../domain/chat/document.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import type { JobCounts, JobDepth } from "../../domain/job-queue.ts";
import { type CommandContext, reply } from "../command-context.ts";
import { coverageBlocks, coveragePicture, readCoverage } from "./coverage.ts";
import { modelBlocks, readModelStatus } from "./model-status.ts";

/** `/status` counts what is stored, and what the language model used, if there is one. */
export async function showStatus(context: CommandContext): Promise<Reply> {
  const { store, workspaceId, asker, jobs, writer, clock } = context;
  const articles = await store.articles.count(workspaceId);
  const [newest] = await store.articles.find(workspaceId, { limit: 1 });
  const latest = newest === undefined ? null : (newest.publishedAt ?? newest.firstSeenAt).slice(0, 10);
  const fields = [
    { label: "Workspace", value: [text(workspaceId)] },
    { label: "Articles", value: [text(String(articles))] },
  ];
  const { sources, failing } = await store.coverage.coverage(workspaceId);
  const trouble = failing.length === 0 ? "" : `, ${failing.length} failing: ${failing.slice(0, 5).join(", ")}`;
  fields.push({ label: "Sources", value: [text(`${sources}${trouble}`)] });
  if (latest !== null) fields.push({ label: "Newest", value: [text(showDate(latest) ?? latest)] });
  // These count all workspaces, so only those who can act on them see them.
  const depth = jobs === null || !asker.isManager ? null : totals(await jobs.depth());
  if (depth !== null) fields.push({ label: "Jobs", value: [text(showJobs(depth))] });
  const model = writer === null ? null : await readModelStatus(writer, await store.troubles.read(workspaceId), clock.now());
  const coverage = await readCoverage(context);
  const answer = reply(
    {
      title: "Status",
      audience: "asker",
      blocks: [{ type: "fields", fields }, ...coverageBlocks(coverage), ...(model === null ? [] : modelBlocks(model))],
      detail: [],
    },
    {
      workspaceId,
      articles,
      newest: latest,
      sources,
      failing,
      coverage,
      ...(depth === null ? {} : { jobs: depth }),
      ...(model === null ? {} : { model }),
    },
  );
  return { ...answer, picture: await coveragePicture(context, coverage) };
}

function totals(depth: JobDepth): JobCounts {
  const total: JobCounts = { waiting: 0, active: 0, dead: 0 };
  for (const counts of Object.values(depth)) {
    total.waiting += counts.waiting;
    total.active += counts.active;
    total.dead += counts.dead;
  }
  return total;
}

function showJobs({ waiting, active, dead }: JobCounts): string {
  const died = dead === 0 ? "none dead" : `${dead} dead: run attache jobs --dead in a terminal to see why`;
  return `${waiting} waiting, ${active} running, ${died}`;
}
