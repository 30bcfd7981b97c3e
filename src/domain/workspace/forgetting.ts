/** What was forgotten of somebody, counted. */
export interface ForgottenUser {
  /** Questions with their answers. */
  questions: number;
  /** Digests, sources and mended names that stay, without the person's id. */
  unsigned: number;
}

export interface ForgetStore {
  /** Forgets what somebody asked, and takes their id off what they set up. */
  user(workspaceId: string, userId: string): Promise<ForgottenUser>;
  /** Forgets what a language model wrote out of articles: kept drafts hold their words, and nobody can tell whose. */
  drafts(): Promise<void>;
}
