/** Feeds and pages of ours, as a site would serve them. */

export interface Entry {
  title?: string;
  link?: string;
  guid?: string;
  date?: string;
  /** HTML. */
  text?: string;
}

/** An RSS feed. `head` and `tail` stand in the channel as they are. */
export function rss(entries: Entry[], { head = "", title = "The Harbour Gazette" } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${head}${entries.map(rssItem).join("")}</channel></rss>`;
}

function rssItem({ title, link, guid, date, text }: Entry): string {
  const part = (name: string, value: string | undefined) => (value === undefined ? "" : `<${name}>${value}</${name}>`);
  const description = text === undefined ? "" : `<description><![CDATA[${text}]]></description>`;
  const id = guid === undefined ? "" : `<guid isPermaLink="false">${guid}</guid>`;
  return `<item>${part("title", title)}${part("link", link)}${id}${part("pubDate", date)}${description}</item>`;
}

const PARAGRAPHS = [
  "Portuguese Foreign Minister Ana Moreira met Norwegian Foreign Minister Erik Solberg in Lisbon on March 4 to talk about fisheries, offshore wind and the cables between their coasts.",
  '"We share one ocean and one law," Moreira said after the meeting. "It would be odd to argue about either of them in front of the fish."',
  'Solberg called the talks "frank and useful to both sides" and invited his counterpart to Oslo, where the second round is to be held before the summer.',
  "The two governments will set up a working group on grid connections. The ministries have promised a list of projects, and a study of what the cables would cost those who pay for power.",
  "Fishing fleets on both sides have asked for clearer rules on quotas. Their associations were heard in the morning, and said afterwards that they had been listened to for the first time in years.",
  "Trade between the two countries has grown by a tenth since last year, according to the customs offices, most of it in fish, wood and machines for wind farms.",
];

/** A whole article as HTML: more than a teaser, and different for each name. */
export function wholeText(name: string): string {
  return [`Dispatch ${name} from the harbour.`, ...PARAGRAPHS].map((paragraph) => `<p>${paragraph}</p>`).join("");
}

/** A page with an article, as readers see it. */
export function page(name: string, { head = "", text = wholeText(name) } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${head}</head><body><nav><a href="/">Front page</a></nav><article><h1>${name}</h1>${text}</article><footer>Printed by the harbour.</footer></body></html>`;
}
