import { type Handler, Parser, type ParserOptions } from "htmlparser2";

/** No page and no feed is nested deeper that was made to be read. */
const MAX_DEPTH = 200;
/** Elements that change how what is in them is read: of those, the parser keeps a list that crossed tags make longer and longer. */
const FOREIGN = new Set("svg math mi mo mn ms mtext annotation-xml foreignobject desc title".split(" "));
const MAX_FOREIGN = 10_000;
/** Of one element. A DOM looks through all it has at each new one. */
const MAX_ATTRIBUTES = 1000;

/** Thrown out of the parser's own work, which ends there. */
class TooMuchError extends Error {}

/**
 * Reads markup with htmlparser2, and says whether it came to the end. It stops where tags are nested too deep, or have too many attributes:
 * the parser looks through all open tags at every tag, so that nesting costs its square, and only a cap while it works keeps that linear.
 */
export function parseMarkup(text: string, handler: Partial<Handler>, options: ParserOptions = {}): boolean {
  let [depth, foreign, attributes] = [0, 0, 0];
  const parser = new Parser(
    {
      ...handler,
      onopentagname(name) {
        depth += 1;
        attributes = 0;
        if (FOREIGN.has(name)) foreign += 1;
        if (depth > MAX_DEPTH || foreign > MAX_FOREIGN) throw new TooMuchError();
      },
      onattribute(...given) {
        attributes += 1;
        if (attributes > MAX_ATTRIBUTES) throw new TooMuchError();
        handler.onattribute?.(...given);
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        handler.onclosetag?.(name, isImplied);
      },
    },
    options,
  );
  try {
    parser.write(text);
    parser.end();
    return true;
  } catch (error) {
    if (error instanceof TooMuchError) return false;
    throw error;
  }
}
