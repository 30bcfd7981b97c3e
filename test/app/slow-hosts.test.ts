import { expect, it } from "vitest";
import { createProgram } from "../../src/app/app.ts";
import { loadConfig } from "../../src/config/config.ts";
import { temporaryFolder } from "../adapters/prisma/temporary-database.ts";
import { page, rss } from "../fakes/feeds.ts";
import { FakeSite } from "../servers/fake-site.ts";

it("reads the articles of a fast host while a slow one has yet to send its feed", async () => {
  const place = temporaryFolder();
  const [fast, slow] = [new FakeSite(), new FakeSite()];
  await Promise.all([fast.listen(), slow.listen()]);
  fast.serve("/feed", rss([{ title: "Talks in the harbour", link: `${fast.url}/talks`, text: "They met in Lisbon." }]));
  slow.paths.set("/feed", (_request, response) => {
    fast.paths.set("/talks", (_asked, answer) => {
      answer.writeHead(200, { "content-type": "text/html" }).end(page("Talks in the harbour"));
      response.end(rss([]));
    });
  });
  const program = createProgram(() => loadConfig({ SOURCES_ALLOW_PRIVATE: "127.0.0.1", SOURCES_HOST_GAP_MS: "0" }));
  const session = await program.openSession({ url: `file:${place.path("store.db")}` });
  try {
    const outlines = [slow, fast].map(({ url }) => `<outline type="rss" text="Feed" xmlUrl="${url}/feed"/>`).join("");
    const target = `<opml version="2.0"><body>${outlines}</body></opml>`;
    await session.answer({ kind: "sources-manage", action: "import", target });
    const { polled, read } = await session.pollSources({ isForced: false });
    expect(polled).toEqual({ sources: 2, unchanged: 0, failed: 0, left: 0 });
    expect(read).toMatchObject({ new: 1, later: 0 });
  } finally {
    await session.close();
    await Promise.all([fast.close(), slow.close()]);
    place.remove();
  }
});
