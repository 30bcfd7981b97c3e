// Started by poll.ts: fetches and parses the feeds bare, each time it is told to, in a process of its own, so that its memory is not ours.
import { parseRssFeed } from "feedsmith";
import pLimit from "p-limit";
import { Agent } from "undici";
import { worked } from "./measure.ts";

const [origin = "", items = "", atOnce = ""] = process.argv.slice(2);

async function fetchBare(feeds: number): Promise<void> {
  const agent = new Agent({ connections: Number(atOnce) });
  const limit = pLimit(Number(atOnce));
  await Promise.all(
    Array.from({ length: feeds }, (_, feed) =>
      limit(async () => {
        const { body } = await agent.request({ origin, path: `/${feed}`, method: "GET" });
        if (parseRssFeed(await body.text()).items?.length !== Number(items)) throw new Error("A feed came back short.");
      }),
    ),
  );
  await agent.close();
}

process.on("message", async (feeds: number) => {
  const spent = await worked(() => fetchBare(feeds));
  process.send?.({ ...spent, peakBytes: process.resourceUsage().maxRSS * 1024 });
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
