import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Expression, expressionsIn, expressionsUnder, slowExpressions } from "../../scripts/linear-expressions.ts";

const asExpression = (source: string): Expression => ({ path: "a.ts", line: 1, source, flags: "iu" });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the program's regular expressions", () => {
  it("take linear time, those that stand in its files", () => {
    const expressions = expressionsUnder(fileURLToPath(new URL("../../src", import.meta.url)));
    expect(expressions.length).toBeGreaterThan(500);
    expect(slowExpressions(expressions)).toEqual([]);
  });

  it("take linear time, those that the engine composes of its words", async () => {
    const composed: Expression[] = [];
    class Recorder extends RegExp {
      constructor(pattern: string | RegExp, flags?: string) {
        super(pattern, flags);
        composed.push({ path: "composed", line: composed.length, source: this.source, flags: this.flags });
      }
    }
    // Another file may have loaded the engine already: it is loaded again, by this test.
    vi.resetModules();
    vi.stubGlobal("RegExp", Recorder);
    await import("../../src/extract/extract-article.ts");
    vi.unstubAllGlobals();
    expect(composed.length).toBeGreaterThan(0);
    expect(slowExpressions(composed)).toEqual([]);
  });

  it.each(["(?:a+)+$", "\\s+$", "^\\w*\\s*\\w*:\\s*\\w*!", "[a-z]+@"])("are told where they are slow: /%s/", (source) => {
    expect(slowExpressions([asExpression(source)])).toHaveLength(1);
  });

  it.each(["^\\s+", "\\s{1,9}$", "(?:ab)+", "^[a-z]+@", "\\bmet\\b.{0,60}\\bin\\b"])(
    "are left alone where they are not: /%s/",
    (source) => {
      expect(slowExpressions([asExpression(source)])).toEqual([]);
    },
  );

  it("are found with their lines, and no division is taken for one", () => {
    const text = "const half = 4 / 2 / 1;\nconst word = [/a+/giu];\n";
    expect(expressionsIn("b.ts", text)).toEqual([{ path: "b.ts", line: 2, source: "a+", flags: "giu" }]);
  });
});
