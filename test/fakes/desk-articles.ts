import type { Article } from "../../src/domain/evidence/article.ts";
import { articleOf } from "./evidence.ts";

/** What a desk that follows Portugal and Norway has read, written for tests: meetings in a row, a contradiction, words on several matters. */
export const DESK_ARTICLES: Article[] = [
  articleOf({
    id: "oslo",
    url: "https://harbour-gazette.example/oslo",
    title: "Moreira visits Oslo",
    publisher: "The Harbour Gazette",
    publishedAt: "2023-11-15",
    text:
      "OSLO - Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Oslo on November 14. " +
      "They agreed to look for a common line on fisheries.\n\n" +
      '"We have counted the cod, and there are fewer of them than of treaties," Solberg said.\n\n' +
      "The ministers set up a working group of 12 officials, which is to report before the summer.",
  }),
  articleOf({
    id: "lisbon",
    url: "https://harbour-gazette.example/lisbon",
    title: "Portugal and Norway sign fisheries accord",
    publisher: "The Harbour Gazette",
    publishedAt: "2024-03-05",
    text:
      "LISBON - Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4 and signed an accord on fisheries. " +
      "The accord sets a quota of 40,000 tonnes of mackerel a year.\n\n" +
      '"We share one ocean and one law," Moreira said of the accord. On the war in Ukraine she said that Portugal would train two hundred engineers.\n\n' +
      'Solberg called the talks "frank and useful to both sides". He declined to speak about offshore wind.',
  }),
  articleOf({
    id: "lisbon-post",
    url: "https://valley-post.example/lisbon",
    title: "Mackerel accord signed",
    publisher: "Valley Post",
    publishedAt: "2024-03-06",
    text:
      "LISBON - Norway and Portugal signed a fisheries accord in Lisbon that sets a quota of 45,000 tonnes of mackerel a year. " +
      "Boats from the Algarve may fish for it from May.\n\n" +
      "Erik Solberg, the Norwegian foreign minister, said that Norway would open a consulate in Porto next year.",
  }),
  articleOf({
    id: "geneva",
    url: "https://chancery-notes.example/geneva",
    title: "Solberg and Duval in Geneva",
    publisher: "Chancery Notes",
    publishedAt: "2024-02-10",
    text:
      "GENEVA - Norwegian Foreign Minister Erik Solberg met French Foreign Minister Clara Duval in Geneva on February 9. " +
      "Duval told reporters that France would host a conference on the Arctic in Brest.\n\n" +
      '"Ice has no passport," she said.',
  }),
];
