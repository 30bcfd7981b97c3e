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
  return extractArticle(article).quotes.map((quote) => `${quote.speaker?.name ?? "nobody"}: ${quote.text}`);
}

const SPEAKERS: [name: string, text: string, lines: string[]][] = [
  [
    "of a phrase of several words that somebody coined, not of a word as a word",
    "Senator Ada Lund has coined a new phrase, “undocumented gulls,” to describe the birds. The term “old fish” comes from the sea.",
    ["Ada Lund: “undocumented gulls,”"],
  ],
  [
    "behind a question, whose mark ends a sentence",
    "“Shall we wait for the river to fall?” Minister Ilse Brandauer asked. “We shall not.”",
    ["Ilse Brandauer: “Shall we wait for the river to fall?”", "Ilse Brandauer: “We shall not.”"],
  ],
  [
    "not behind a question where the next sentence says something else",
    "“Shall we wait for the river to fall?” Minister Ilse Brandauer said the ferry was late.",
    ["nobody: “Shall we wait for the river to fall?”"],
  ],
  [
    "behind the “he” whom the sentence before is about, not whom he met in it",
    "President Oto Kralj left Dolina on Monday. In Tirana he met Prime Minister Arben Leka.\n\n“The river knows no border,” he had said in May.",
    ["Oto Kralj: “The river knows no border,”"],
  ],
  [
    "in the rest of an interrupted quotation, however short and capitalised it is",
    "“Does anybody know what the plan of the port is?” Minister Ilse Brandauer asked. “Neither Do I.”",
    ["Ilse Brandauer: “Does anybody know what the plan of the port is?”", "Ilse Brandauer: “Neither Do I.”"],
  ],
  [
    "behind a verb that says it with “back”",
    "“You sold the bridge before you built it,” Senator Rosa Quint shot back with a laugh.",
    ["Rosa Quint: “You sold the bridge before you built it,”"],
  ],
  [
    "as one of a kind",
    "“The committee is in a panic that nobody plans,” said one Dolina official on the panel.",
    ["one Dolina official: “The committee is in a panic that nobody plans,”"],
  ],
  [
    "by the name behind what somebody is to another",
    "“We have to be honest about the toll,” said her former partner at the port, Pia Lindqvist, in June.",
    ["Pia Lindqvist: “We have to be honest about the toll,”"],
  ],
  [
    "not in the place that an apposition names",
    "“We will pay it once,” Rosa Quint, a 55-year-old nurse from Sumtal, Dolina, said.",
    ["Rosa Quint: “We will pay it once,”"],
  ],
  [
    "before a bracket and a comma",
    "After the vote in the upper house, Senator Rosa Quint (D-Dolina), said, “We will pay it once and never again.”",
    ["Rosa Quint: “We will pay it once and never again.”"],
  ],
  [
    "over a nickname inside a name",
    '"This is a big year for the whole of our town!" Mayor Rosa "Ro" Quint shouted to the crowd.',
    ['Rosa "Ro" Quint: "This is a big year for the whole of our town!"'],
  ],
  [
    "not in the adjective before a noun that looks like a verb",
    "Senator Rosa Quint feared that one of the biggest challenges for the port would be “a bridge that nobody crosses”.",
    ["Rosa Quint: “a bridge that nobody crosses”"],
  ],
  [
    "over several appositions",
    "“The dam is an insult,” Oto Kralj, mayor of Dolina, one of nine towns on the river, said on Monday.",
    ["Oto Kralj: “The dam is an insult,”"],
  ],
  [
    "at the end of the sentence",
    "A town that “sleeps on the dyke” drowns first, President Oto Kralj said.",
    ["Oto Kralj: “sleeps on the dyke”"],
  ],
  [
    "behind a dash",
    "“They promised us a bridge and brought us a ribbon.” — Pia Lindqvist, nurse",
    ["Pia Lindqvist: “They promised us a bridge and brought us a ribbon.”"],
  ],
  [
    "inverted, before the words",
    "Said Pia Lindqvist, who lives by the bridge, “We were never asked about it.”",
    ["Pia Lindqvist: “We were never asked about it.”"],
  ],
  [
    "around what somebody thinks",
    "Senator Rosa Quint said she believed the vote was “lost before it began”.",
    ["Rosa Quint: “lost before it began”"],
  ],
  [
    "not in the name of a country",
    "Senator Rosa Quint said the United States should “pay what it owes”.",
    ["Rosa Quint: “pay what it owes”"],
  ],
  [
    "not where a later clause begins",
    "Senator Rosa Quint calls the vote “a farce from start to end”, while Senator Abel Moss said it was fair.",
    ["Rosa Quint: “a farce from start to end”"],
  ],
  [
    "before what is added after a quotation",
    "“We have waited for years,” Senator Rosa Quint said, adding that the vote was “lost before it began”.",
    ["Rosa Quint: “We have waited for years,”", "Rosa Quint: “lost before it began”"],
  ],
  [
    "in the sentence that announces the words",
    "Senator Rosa Quint praised the harbour pilots. “They went out when the lifeboat would not.”",
    ["Rosa Quint: “They went out when the lifeboat would not.”"],
  ],
  [
    "behind “they”, who spoke last",
    "“The bill is dead,” the unions said. “It will not be revived,” they wrote in a letter.",
    ["the unions: “The bill is dead,”", "the unions: “It will not be revived,”"],
  ],
  [
    "nowhere, where only everybody is named",
    "“The bill is dead and buried,” everyone said.",
    ["nobody: “The bill is dead and buried,”"],
  ],
  [
    "by “Mr.”, which is not the first lady of that surname",
    "First Lady Ana Boro opened the fair. “It is a fine fair for the whole country,” Mr. Boro said.",
    ["Boro: “It is a fine fair for the whole country,”"],
  ],
  [
    "by the name behind an office",
    "“Read the footnotes,” advises our oldest editor, Ignatius Pell, who wrote many of them.",
    ["Ignatius Pell: “Read the footnotes,”"],
  ],
  [
    "by the label of a transcript",
    "MS BRANDT: As I said yesterday, “we talk to all our friends.”",
    ["Brandt: “we talk to all our friends.”"],
  ],
  [
    "by a handle",
    "@harbourmaster tweeted: “The boom is open and the tide is with us.”",
    ["@harbourmaster: “The boom is open and the tide is with us.”"],
  ],
  [
    "before the place where a post stands",
    "President Rosa Quint thanked the crews in a video posted on Instagram: “You have not slept for three days.”",
    ["Rosa Quint: “You have not slept for three days.”"],
  ],
  [
    "with the body that the speaker belongs to",
    "“It is weaker than rope,” Noriko Asaba of the Setouchi Institute wrote.",
    ["Noriko Asaba: “It is weaker than rope,”"],
  ],
  [
    "behind a body in the possessive",
    "The Opposition's Raymond Owino called it “a show for the cameras”.",
    ["Raymond Owino: “a show for the cameras”"],
  ],
  [
    "by an office without a name, then “he”",
    "The representative of Algeria, speaking for the Arab Group, called for a truce. “Silence is no option,” he said.",
    ["the representative of Algeria: “Silence is no option,”"],
  ],
  [
    "by an office that the text gives to nobody, right behind the one person named",
    "Asked once more, R Sundaram turned the question round. “Ask those who sell,” the Indian trade minister said.",
    ["R Sundaram: “Ask those who sell,”"],
  ],
  [
    "not as the holder of another office of that kind",
    "Prime Minister Rosa Quint left. “The budget will hold,” the finance minister said.",
    ["the finance minister: “The budget will hold,”"],
  ],
  [
    "as whoever was asked",
    "Minister Rosa Quint left. “It is over,” Quint said. Asked about the reporter Cheng Lim, she replied: “I did raise it.”",
    ["Rosa Quint: “It is over,”", "Rosa Quint: “I did raise it.”"],
  ],
  [
    "over what stands between dashes",
    "Minister Penelope Woo – who was in Lima in May – said dialogue was “not an end in itself”.",
    ["Penelope Woo: “not an end in itself”"],
  ],
];

describe("a speaker is found", () => {
  test.each(SPEAKERS)("%s", (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

const MARKS: [name: string, text: string, lines: string[]][] = [
  [
    "a closing mark that opens by a slip",
    "”The ferry sails at dawn,” Captain Jan Brouwer said.",
    ["Jan Brouwer: ”The ferry sails at dawn,”"],
  ],
  [
    "an opening mark that closes by a slip",
    "Captain Jan Brouwer said “the ferry sails at dawn“ on Monday.",
    ["Jan Brouwer: “the ferry sails at dawn“"],
  ],
  [
    "single marks behind a plural",
    "Captain Jan Brouwer saw it. 'Talks about talks', he called it. 'It is the crews' boat.'",
    ["Jan Brouwer: 'Talks about talks'", "Jan Brouwer: 'It is the crews' boat.'"],
  ],
  [
    "a curly quotation inside a straight one",
    'Captain Jan Brouwer said: "They call it “the last crossing” and they are right."',
    ['Jan Brouwer: "They call it “the last crossing” and they are right."'],
  ],
];

test("a spokesman's words are direct, a document's are a statement", () => {
  const text =
    "“We know nothing of it,” said an official of the ministry. “Nothing was signed in the end,” the communiqué reads.";
  const article = { id: "one", url: null, title: null, publisher: null, author: null, language: null, publishedAt: null, text };
  expect(extractArticle(article).quotes.map((quote) => quote.kind)).toEqual(["direct", "statement"]);
});

test("a post that a sentence before announces is a post", () => {
  const text = 'In a post on X, Prime Minister Asha Rao said:\n\n"Had a warm talk with His Majesty the King of Bhutan."';
  const article = { id: "one", url: null, title: null, publisher: null, author: null, language: null, publishedAt: null, text };
  expect(extractArticle(article).quotes.map((quote) => quote.kind)).toEqual(["social"]);
});

describe("marks are read", () => {
  test.each(MARKS)("%s", (_name, text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});
