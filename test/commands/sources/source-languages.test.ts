import { afterEach, beforeEach, expect, it } from "vitest";
import { page, rss, wholeText } from "../../fakes/feeds.ts";
import { openSiteDesk, type SourceDesk } from "../../fakes/source-desk.ts";
import type { FakeSite } from "../../servers/fake-site.ts";

const GERMAN = [
  "Die portugiesische Außenministerin Ana Moreira hat am Montag in Lissabon ihren norwegischen Kollegen Erik Solberg getroffen, um über Fischerei und Kabel zu reden.",
  "„Wir teilen einen Ozean und ein Recht“, sagte Moreira nach dem Treffen mit Journalisten. Solberg nannte die Gespräche offen und nützlich für beide Seiten.",
  "Portugal und Norwegen wollen eine Arbeitsgruppe bilden. Die Ministerien haben eine Liste von Vorhaben versprochen, und eine Studie darüber, was die Kabel kosten.",
  "Die Fischer beider Länder hatten klarere Regeln für die Quoten verlangt. Ihre Verbände wurden am Morgen gehört und zeigten sich danach zufrieden mit dem Ergebnis.",
  "Der Handel zwischen den beiden Ländern ist nach Angaben der Zollämter seit dem vergangenen Jahr um ein Zehntel gewachsen, vor allem mit Fisch, Holz und Maschinen.",
  "Beide Minister lobten die Arbeit ihrer Beamten, die seit dem Frühjahr an einem Entwurf geschrieben hatten, und dankten der Stadt für ihre Gastfreundschaft in diesen Tagen.",
  "Im Herbst soll es eine zweite Runde geben, zu der auch die Minister für Energie eingeladen sind, wie die Sprecherin der norwegischen Regierung am Abend mitteilte.",
]
  .map((paragraph) => `<p>${paragraph}</p>`)
  .join("");

let site: FakeSite;
let desk: SourceDesk;
let close: () => Promise<void>;

beforeEach(async () => {
  ({ site, desk, close } = await openSiteDesk());
});

afterEach(() => close());

const entry = (name: string, text: string) => ({ title: `Dispatch ${name}`, guid: name, link: `${site.url}/${name}`, text });
const today = (name: string, text: string) => ({ ...entry(name, text), date: new Date().toUTCString() });

it("says that a feed is not in English when it is added and when it is asked about, and keeps what it brings", async () => {
  site.serve("/feed", rss([entry("treffen", GERMAN)], { head: "<language>de-DE</language>", title: "Hafenblatt" }));
  const added = await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/feed` });
  expect(added.words).toContain("It has one entry in German, with full articles.");
  expect(added.words).toContain("I find quotes, people and meetings only in English");
  expect(added.data).toMatchObject({ language: "de", isRead: false });
  await desk.read();
  const why = await desk.ask({ kind: "sources-manage", action: "why" });
  expect(why.words).toContain(
    "stored. It is in German. I can find it by its words, but I find quotes, people and meetings only in English.",
  );
  const [article] = await desk.store.articles.find("terminal", { terms: ["Außenministerin"], limit: 5 });
  expect(article).toMatchObject({ title: "Dispatch treffen", language: "de", countries: ["NO", "PT"] });
  expect(await desk.store.quotes.find("terminal", { limit: 9, offset: 0 })).toEqual([]);
  expect(await desk.store.people.all("terminal", { limit: 9, offset: 0 })).toEqual([]);
  const briefing = await desk.ask({ kind: "briefing", topic: "portugal" });
  expect(briefing.words).toMatch(/Portugal und Norwegen wollen eine Arbeitsgruppe bilden\. Hafenblatt, .*in German/);
});

it.each([
  ["English", /Hafenblatt.{0,30}, in German/],
  ["German", /Hafenblatt.{0,30}, auf Deutsch/],
  ["French", /Hafenblatt.{0,30}, en allemand/],
])("names the language of what a digest cites, in the words of a digest in %s", async (language, label) => {
  site.serve("/feed", rss([today("treffen", GERMAN)], { head: "<language>de</language>", title: "Hafenblatt" }));
  await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/feed` });
  await desk.read();
  await desk.ask({ kind: "digest", action: "follow", topic: "portugal", schedule: `at 8 in ${language}` });
  const { words } = await desk.ask({ kind: "digest", action: "preview" });
  expect(words).toMatch(label);
  if (language !== "English") expect(words).not.toContain("in German");
});

it("judges a feed that declares nothing, or the wrong language, by its words", async () => {
  site.serve("/undeclared", rss([entry("treffen", GERMAN)], { title: "Hafenblatt" }));
  const undeclared = await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/undeclared` });
  expect(undeclared.words).toContain("It is not in English. I store its articles");
  site.serve("/mislabelled", rss([entry("talks", wholeText("talks"))], { head: "<language>de</language>" }));
  const mislabelled = await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/mislabelled` });
  expect(mislabelled.words).toContain("It has one entry in English, with full articles.");
  expect(mislabelled.words).not.toContain("English alone");
});

it("says who wrote an article where articles are listed", async () => {
  const head =
    '<meta property="og:type" content="article"><meta name="author" content="Ines Duarte"><meta property="og:site_name" content="The Gazette">';
  site.serve("/talks", page("Talks in the harbour", { head }), { "content-type": "text/html" });
  const added = await desk.ask({ kind: "sources-manage", action: "add", target: `${site.url}/talks` });
  expect(added.words).toContain("was stored.");
  const listed = await desk.ask({ kind: "sources", about: "portugal" });
  expect(listed.words).toContain("Talks in the harbour · Ines Duarte, The Gazette");
  expect(listed.data).toMatchObject([{ author: "Ines Duarte", language: "en" }]);
});
