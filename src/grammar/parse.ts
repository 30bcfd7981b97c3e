/** A parsed sentence: for each word its tag, the place of its head (-1: it heads the sentence) and its relation to it. */
export interface Parse {
  /** Places in `TAGS`. */
  tags: Uint8Array;
  heads: Int32Array;
  /** Places in `RELATIONS`. */
  relations: Uint8Array;
}
