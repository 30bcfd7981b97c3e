import { expect, it } from "vitest";
import { english } from "../../src/extract/en/english.ts";
import { extractArticle } from "../../src/extract/extract-article.ts";
import { judgeLanguage } from "../../src/extract/judge-language.ts";
import { articleOf, LISBON } from "../fakes/evidence.ts";

const ENGLISH = `${LISBON.text} The two ministers will meet again in Oslo before the summer, and their staff will write a list of projects for the cables.`;
const GERMAN =
  "Die portugiesische Außenministerin Ana Moreira hat am Montag in Lissabon ihren norwegischen Kollegen Erik Solberg getroffen. " +
  "„Wir teilen einen Ozean und ein Recht“, sagte Moreira nach dem Treffen. Solberg nannte die Gespräche offen und nützlich. " +
  "Beide Länder wollen eine Arbeitsgruppe für die Kabel zwischen ihren Küsten bilden, die bis zum Sommer eine Liste von Vorhaben vorlegen soll.";
const DANISH =
  "Udenrigsministeren sagde, at Danmark og Norge vil arbejde for at have en ny aftale over de næste år, og at de to lande er enige om at støtte projektet. " +
  "Det er vigtigt for os at have en fælles holdning, sagde han efter mødet i København, som blev holdt for at fejre samarbejdet mellem landene.";
const POLISH =
  "Minister powiedział, że to dobra wiadomość dla obu krajów. Na spotkaniu w Warszawie podpisano umowę o współpracy, a to oznacza, że prace rozpoczną się latem. " +
  "To ważny krok, dodał minister po rozmowach ze swoim odpowiednikiem. To wszystko, co dziś wiadomo, i to musi wystarczyć na początek, a to nie jest mało w tych czasach.";
const JAPANESE = "外務大臣は会談の後、両国の協力を強化すると述べた。".repeat(8);

it.each([
  ["declared English", ENGLISH, "en", { language: "en", isRead: true }],
  ["English of which nobody says so", ENGLISH, null, { language: null, isRead: true }],
  ["English that is declared German", ENGLISH, "de", { language: "en", isRead: true }],
  ["declared German", GERMAN, "de", { language: "de", isRead: false }],
  ["German that is declared English", GERMAN, "en", { language: null, isRead: false }],
  ["German of which nobody says so", GERMAN, null, { language: null, isRead: false }],
  ["Danish", DANISH, "da", { language: "da", isRead: false }],
  ["Polish", POLISH, "pl", { language: "pl", isRead: false }],
  ["Japanese", JAPANESE, "ja", { language: "ja", isRead: false }],
  ["a few words that are declared French", "Les ministres se sont rencontrés.", "fr", { language: "fr", isRead: false }],
  ["a few words of which nobody says anything", "Nothing was said.", null, { language: null, isRead: true }],
])("judges %s", (...[, text, declared, judged]) => {
  expect(judgeLanguage(text, declared, english)).toEqual(judged);
});

it("finds no quotes, people and meetings in what is not English, but its sentences and countries", () => {
  const found = extractArticle(articleOf({ text: `${GERMAN} Norwegen und Japan.`, language: "de" }));
  expect(found).toMatchObject({ quotes: [], people: [], meetings: [], countries: ["JP", "PT", "NO"] });
  expect(found.sentences.length).toBeGreaterThan(3);
  const english = extractArticle(articleOf({ text: ENGLISH, language: "de" }));
  expect(english.quotes.map((quote) => quote.speaker?.name)).toEqual(["Ana Moreira", "Erik Solberg"]);
});
