import { expect, test } from "vitest";
import { csvLine } from "../../../src/documents/export/write-csv.ts";

test.each([
  [["plain", 7, null], "plain,7,\r\n"],
  [['a "word"', "a,b", "two\nlines"], '"a ""word""","a,b","two\nlines"\r\n'],
  [["=1+1", "+1", "-1", "@SUM(A1)", "\tx"], "'=1+1,'+1,'-1,'@SUM(A1),'\tx\r\n"],
  [['=HYPERLINK("https://evil.example")'], '"\'=HYPERLINK(""https://evil.example"")"\r\n'],
  [["＝1+1", "＋1", "－1", "＠SUM(A1)"], "'＝1+1,'＋1,'－1,'＠SUM(A1)\r\n"],
  [[" =1+1", "\u200B=1+1", "\uFEFF\u00A0@x", "\n=1", "\r=1"], "' =1+1,'\u200B=1+1,'\uFEFF\u00A0@x,\"'\n=1\",\"'\r=1\"\r\n"],
  [["a=1", -5], "a=1,-5\r\n"],
])("the cells %j are a line that a spreadsheet runs nothing of", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
