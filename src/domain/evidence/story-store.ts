export type TermWeight = [term: string, weight: number];

export interface StoryCandidate {
  articleKey: number;
  storyKey: number | null;
  filedOn: string;
  terms: TermWeight[];
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
  /** How many articles of the workspace hold each term, and how many articles it has; the same until an article was put into a story. */
  frequencies(terms: string[]): Promise<{ total: number; holding: Map<string, number> }>;
  /** A new story, with the article as its first. */
  begin(articleKey: number, story: { title: string; filedOn: string }): Promise<number>;
  /** Puts the article into the story, which reaches to the article's day, and bears its title where it is the first of that story. */
  assign(articleKey: number, story: { key: number; title: string }): Promise<void>;
  /** Rebuilds title and dates from the remaining articles; deletes a story without articles. */
  rebuild(storyKeys: number[]): Promise<void>;
}
