export type TermWeight = [term: string, weight: number];

export interface StoryCandidate {
  articleKey: number;
  storyKey: number | null;
  filedOn: string;
  language: string | null;
  terms: TermWeight[];
}

/** What an article in any language says of its event that a report in another says alike. */
export interface EventMarks {
  filedOn: string;
  /** Title and text, as far as they are looked through. */
  text: string;
  /** Keys of the people whom it names, with the place in the article's text where each is named first. */
  people: { personKey: number; firstAt: number }[];
  /** ISO alpha-2. */
  countries: string[];
}

export interface SoughtTerm {
  term: string;
  weight: number;
  /** How many articles of the workspace hold it, as far as that is known. */
  held: number;
}

export interface StoryWriter {
  /** The articles that hold the weightiest of these terms, best first, filed in the window. */
  candidates(query: {
    terms: SoughtTerm[];
    exceptArticleKey: number;
    from: string;
    to: string;
    limit: number;
  }): Promise<StoryCandidate[]>;
  /**
   * Articles in other languages that name somebody whom the article names, filed at most so many days before or after; if it names nobody, a
   * country of its. Those that share most come first. `language` null stands for "en".
   */
  inOtherLanguages(query: {
    key: number;
    language: string;
    filedOn: string;
    days: number;
    limit: number;
  }): Promise<{ articleKey: number; storyKey: number | null }[]>;
  /** By the keys of the articles, without those that are gone. */
  marks(articleKeys: number[]): Promise<Map<number, EventMarks>>;
  /** How many articles of the workspace hold each term, and how many articles it has; the same until an article was put into a story. */
  frequencies(terms: string[]): Promise<{ total: number; holding: Map<string, number> }>;
  /** A new story, with the article as its first. */
  begin(articleKey: number, story: { title: string; filedOn: string }): Promise<number>;
  /** Puts the article into the story, which reaches to that day of the article, and bears its title where it is the first of that story. */
  assign(articleKey: number, story: { key: number; title: string; filedOn: string }): Promise<void>;
  /** Rebuilds title and dates from the remaining articles; deletes a story without articles. */
  rebuild(storyKeys: number[]): Promise<void>;
}
