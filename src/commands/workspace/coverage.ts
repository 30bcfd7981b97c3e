import { type Coverage, countCoverage, lastDays } from "../../documents/count-coverage.ts";
import { drawGrid, type Grid } from "../../documents/pictures/draw-grid.ts";
import type { Look } from "../../documents/pictures/picture-parts.ts";
import { type Block, text } from "../../domain/chat/document.ts";
import type { Picture } from "../../domain/chat/picture.ts";
import { showDate } from "../../domain/chat/show-date.ts";
import { isoDate } from "../../domain/clock.ts";
import type { CommandContext } from "../command-context.ts";
import { pictureOf } from "../evidence/picture-of.ts";
import { todayOf } from "../typed/bounds.ts";

/** So many columns are readable on a phone. */
const DAYS = 7;
const MOST_PUBLISHERS = 8;
const MOST_ARTICLES = 5000;

/** How many articles each publisher published on each of the last days. */
export async function readCoverage({ store, workspaceId, asker, clock }: CommandContext): Promise<Coverage> {
  const until = isoDate(todayOf({ nowMs: clock.now(), timeZone: asker.timeZone }));
  const days = lastDays(until, DAYS);
  const articles = await store.articles.find(workspaceId, { since: days[0] ?? until, until, limit: MOST_ARTICLES });
  return countCoverage(articles, days);
}

/** A line for each publisher; nothing where no article came. */
export function coverageBlocks({ days, publishers }: Coverage): Block[] {
  if (publishers.length === 0) return [];
  const items = publishers
    .slice(0, MOST_PUBLISHERS)
    .map(({ name, counts, total }) => [text(name, "strong"), text(`: ${total} (${counts.join(", ")})`)]);
  const others = publishers.slice(MOST_PUBLISHERS);
  const rest = others.reduce((sum, { total }) => sum + total, 0);
  if (others.length > 0) items.push([text(`${others.length} others: ${rest}`)]);
  const span = [days[0], days.at(-1)].map((day) => showDate(day ?? null) ?? "").join(" to ");
  return [
    { type: "heading", text: "Articles by publisher" },
    { type: "list", items },
    { type: "footer", inlines: [text(`Each day's articles from ${span}, by their publication date.`)] },
  ];
}

export async function coveragePicture(context: CommandContext, coverage: Coverage): Promise<Picture | undefined> {
  if (coverage.publishers.length === 0) return undefined;
  const grid = gridOf(coverage);
  return pictureOf(context, { name: "coverage", title: grid.title, alt: grid.about, draw: (look: Look) => drawGrid(grid, look) });
}

function gridOf({ days, publishers }: Coverage): Grid {
  const title = "Articles a day";
  const shown = publishers.slice(0, MOST_PUBLISHERS);
  const most = shown[0];
  const about = `${title}, ${showDate(days[0] ?? null)} to ${showDate(days.at(-1) ?? null)}: ${publishers.length === 1 ? "one publisher" : `${publishers.length} publishers`}; most by ${most?.name} (${most?.total})`;
  return {
    title,
    about,
    columns: days.map((day) => String(Number(day.slice(8)))),
    rows: shown.map(({ name, counts }) => ({ label: name, cells: counts })),
  };
}
