import { describe, expect, test } from "vitest";
import { extractArticle } from "../../src/extract/extract-article.ts";

function linesOf(text: string): string[] {
  const article = {
    id: "one",
    url: null,
    title: null,
    publisher: null,
    author: null,
    language: null,
    publishedAt: "2024-03-05",
    text,
  };
  return extractArticle(article).people.map((person) => {
    const roles = person.roles.map((role) =>
      [role.title, role.affiliation, role.country].filter((part) => part !== null).join(", "),
    );
    return `${person.name}: ${roles.join("; ")}`;
  });
}

const ROLES: [name: string, text: string, lines: string[]][] = [
  [
    "to a body that its letters name",
    "“It is late,” Norwegian Ambassador to NATO Ada Lund said. The envoy to the EU Bo Falk agreed.",
    ["Ada Lund: Ambassador to NATO, NO", "Bo Falk: Envoy to EU"],
  ],
  [
    "of a country in the possessive, before a comma",
    "Armenia's prime minister, Aram Petrosyan, flew home.",
    ["Aram Petrosyan: Prime Minister, AM"],
  ],
  [
    "of a union of states, whichever state the article is about",
    "Ukraine became a candidate. European Council President Marc Delvaux said so. Ukraine cheered. Ukraine's president thanked Ukrainians.",
    ["Marc Delvaux: European Council President"],
  ],
  [
    "that is another's, behind whose assistant the name stands",
    'Assistant to the President for National Security Affairs Ada Lund hosted President Abel Moe. "It was good," Lund said.',
    ["Ada Lund: ", "Abel Moe: President"],
  ],
  [
    "that is a relative's",
    "Kirsten Lund, the wife of the Norwegian prime minister, opened it with Ada Berg, the president's daughter.",
    ["Kirsten Lund: ", "Ada Berg: "],
  ],
  ["that is another's, whom somebody met", "Ada Lund met the prime minister on Monday.", ["Ada Lund: "]],
  [
    "before a form of address",
    "The Minister for Fisheries and Ports, Dr Ada Lund, said nothing.",
    ["Ada Lund: Fisheries and Ports Minister"],
  ],
  [
    "with its field and its country behind the name",
    "Ms. TANABE Yuri, Minister for Foreign Affairs of Japan, spoke first.",
    ["Tanabe Yuri: Foreign Minister, JP"],
  ],
  [
    "with a field in two parts",
    "Le Thi Mai, Vietnam's minister of industry and trade, spoke last.",
    ["Le Thi Mai: Industry and Trade Minister, VN"],
  ],
  ["that is held no longer", "The former Kenyan president Amos Koech stayed away.", ["Amos Koech: Former President, KE"]],
  ["of a body in capitals", "NATO Secretary General Mats Holm left early.", ["Mats Holm: Secretary General, NATO"]],
  ["without an honour", "Prime Minister Sheikh Khalid Al Amin left early.", ["Khalid Al Amin: Prime Minister"]],
  [
    "without a style in letters, which may be initials before one word",
    "H.E. Sheikh Tarek Adlani left early. H.E. Omar Zaki stayed, and so did H.E. Bates, a poet.",
    ["Tarek Adlani: Sheikh", "Omar Zaki: ", "H.E. Bates: Poet"],
  ],
  [
    "without the place before its link",
    "They gave a lunch in Lisbon for President Ana Falk. The minister for trade, Max Toll, spoke.",
    ["Ana Falk: President", "Max Toll: Trade Minister"],
  ],
  ["that shouts", "PRESIDENT Samia Mboya said nothing.", ["Samia Mboya: President"]],
  [
    "of no monarchy where somebody is a president",
    "President Josef Brandt, Jr. dropped by.\n\nNorthern Ireland gains. Northern Ireland’s towns grow. Northern Ireland’s First Minister, Orla Finn, said so. Northern Ireland agreed.",
    ["Josef Brandt, Jr.: President", "Orla Finn: First Minister, GB"],
  ],
  ["of a nation after an article", "PARIS - The French president, Émile Garnier, agreed.", ["Émile Garnier: President, FR"]],
  [
    "of a body before a name",
    "The Secretary of the Mongolian Security Council Jadamba Bold was there.",
    ["Jadamba Bold: Secretary, MN"],
  ],
  [
    "around a nickname",
    "Israeli Minister of Defense Binyamin “Benny” Golan spoke.",
    ["Binyamin “Benny” Golan: Defense Minister, IL"],
  ],
  ["with a suffix behind a comma", "President Samuel Whitby, Jr. of Palau spoke.", ["Samuel Whitby, Jr.: President, PW"]],
  [
    "in a country's long name",
    "HE President of the Islamic Republic of Iran Dr. Mohsen Kamali called.",
    ["Mohsen Kamali: President, IR"],
  ],
  [
    "of a body with several words",
    "HE Secretary-General of the Gulf Cooperation Council Jassim Al Sabti left.",
    ["Jassim Al Sabti: Secretary-General, Gulf Cooperation Council"],
  ],
  [
    "which is not of the state whose minister its bearer meets, however often the article names that state",
    "President Samuel Whitby spoke today with Prime Minister Ilze Ozola of Latvia. They discussed Latvia’s ports, Latvian timber, the schools of Latvia and roads in Latvia.",
    ["Samuel Whitby: President", "Ilze Ozola: Prime Minister, LV"],
  ],
  [
    "behind another office of the same bearer",
    "Member of the CPC Central Committee and Foreign Minister Wang Shao spoke.",
    ["Wang Shao: Foreign Minister"],
  ],
  ["by the initials of a title", "Cabinet Secretary Grace Wanjau spoke. CS Wanjau left.", ["Grace Wanjau: Cabinet Secretary"]],
  [
    "of a body in the possessive, before a comma",
    "The EU's foreign policy chief, Josep Ferran, left.",
    ["Josep Ferran: Foreign Policy Chief, EU"],
  ],
  ["beside whom somebody advises", "An adviser to the premier, Selam Bekelu, left.", ["Selam Bekelu: Adviser"]],
  [
    "under a family name of two letters",
    "Chinese President Hu Jianfang spoke. President Hu left.",
    ["Hu Jianfang: President, CN"],
  ],
];

describe("a role is read", () => {
  test.each(ROLES)("%s", (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

test("a first name that stands behind a title is kept", () => {
  expect(linesOf("Foreign Minister Bilal Omar Khan spoke. Mr Omar Khan left.")).toEqual(["Bilal Omar Khan: Foreign Minister"]);
});

test("a word before a whole name is no part of it", () => {
  expect(linesOf("Comedian Jorge Luna Paz said no. Later Luna Paz said yes.")).toEqual(["Luna Paz: "]);
});

test("a verb of speech that opens a sentence is no part of the name", () => {
  const text =
    "Bruno Tarrega, a lawyer, spoke. Stated Tarrega: “It is late.” Said Tarrega: “It is over.” Said Lund, a clerk, left.";
  expect(linesOf(text)).toEqual(["Bruno Tarrega: Lawyer", "Said Lund: Clerk"]);
});

test("names in a list with a person are people", () => {
  expect(linesOf("Luiz da Costa, President Gustavo Mora and Andrea Ibarra agreed to wait.")).toEqual([
    "Luiz da Costa: ",
    "Gustavo Mora: President",
    "Andrea Ibarra: ",
  ]);
});

const NOBODY: [name: string, text: string, lines: string[]][] = [
  [
    "what an officeholder has",
    "Falk praised the vice president's Call to Action. Falk later joined the speaker's Lunch and the prime minister's Questions.",
    [],
  ],
  [
    "what bears a rank that is an adjective as well",
    "Shares of General Freight fell on Monday. The board met in Executive Session. They stand eight points behind leaders Rovers in the table.",
    [],
  ],
  [
    "places whose offices have heads",
    "President Ada Lund dismissed the heads of the regional offices in Varga, Tollin and Merrow.",
    ["Ada Lund: President"],
  ],
  [
    "a verb of a headline behind a name",
    "The page was headed: Bruno Tarrega Is Right. Bruno Tarrega, a lawyer, said that he was.",
    ["Bruno Tarrega: Lawyer"],
  ],
  ["what is ours or its", "Falk spoke of our Northern Allies. The city keeps its Harbour Day, the anniversary of the siege.", []],
];

describe("nobody is", () => {
  test.each(NOBODY)("%s", (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

test("a general who acts is somebody, although his name stands alone behind his rank", () => {
  expect(linesOf("General Tarrega told the council that the road was open.")).toEqual(["Tarrega: General"]);
});
