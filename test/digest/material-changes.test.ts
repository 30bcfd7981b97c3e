import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { materialChanges } from "../../src/digest/material-changes.ts";

const TEXT = [
  "LISBON, Nov 30 (Wire) - Portuguese Foreign Minister Ana Moreira met her Norwegian counterpart Erik Solberg in Lisbon on Monday.",
  "A ferry accident off Bergen left nine people dead and 1,200 stranded, the coast guard said.",
  'Moreira said the two countries would sign a treaty in May. "The sea does not wait for lawyers," Solberg told reporters.',
  "The ministers did not agree on quotas for cod.",
].join("\n\n");

describe("materialChanges", () => {
  it.each([
    ["white space and line breaks", TEXT.replaceAll("\n\n", "\n").replace("met her", "met  her")],
    ["other quotation marks", TEXT.replaceAll('"', "”").replace("”The", "“The")],
    ["another dateline", TEXT.replace("LISBON, Nov 30 (Wire) - ", "")],
    ["a number in digits", TEXT.replace("nine people", "9 people").replace("1,200", "1200")],
    [
      "lines of the site",
      `Updated: 30 Nov 2026, 10:32 GMT\n\n${TEXT}\n\n1,204 views | 12 comments\n\nRead more: Cod quotas explained\n\nShare this article`,
    ],
    ["an address with tracking words", `${TEXT} https://kelp.example/a?utm_source=feed&id=77`],
    ["a slip of the pen", TEXT.replace("counterpart", "countrepart")],
    ["sentences in another order", TEXT.split("\n\n").reverse().join("\n\n")],
    ["a heading between paragraphs", TEXT.replace("\n\nMoreira", "\n\nWhat comes next\n\nMoreira")],
  ])("finds nothing where only %s changed", (_, after) => {
    expect(materialChanges(TEXT, after)).toEqual([]);
    expect(materialChanges(after, TEXT)).toEqual([]);
  });

  it("takes what stands behind a publisher's note for the same wherever the paragraph ends", () => {
    const note = "Correction: an earlier version of this article gave a wrong number of letters.";
    const behind = "An envoy later carried the letters from the parliament to the king.";
    const [one, two] = [`${TEXT}\n\n${note} ${behind}`, `${TEXT}\n\n${note}\n\n${behind}`];
    expect([materialChanges(one, two), materialChanges(two, one)]).toEqual([[], []]);
    const changes = materialChanges(TEXT, one);
    expect(changes.map((change) => [change.kind, "at" in change && one.slice(change.at.start, change.at.end)])).toEqual([
      ["corrected", note],
      ["added", behind],
    ]);
  });

  it.each([
    ["a number", TEXT.replace("nine people", "12 people"), "12 people dead", "nine people dead"],
    ["a name", TEXT.replace("Erik Solberg", "Nils Solberg"), "Nils Solberg", "Erik Solberg"],
    ["a country of nearly the same letters", TEXT.replace("off Bergen", "off Bargen"), "off Bargen", "off Bergen"],
    ["a date", TEXT.replace("in May", "in June"), "in June", "in May"],
    ["a denial", TEXT.replace("did not agree", "did agree"), "did agree", "did not agree"],
    ["the words of a quotation", TEXT.replace("for lawyers", "for ministers"), "for ministers", "for lawyers"],
  ])("tells %s that changed, in both texts' own words", (...[, after, now, before]) => {
    const [change, ...others] = materialChanges(TEXT, after);
    expect(others).toEqual([]);
    if (change?.kind !== "now-says") throw new Error(`It is ${change?.kind}.`);
    expect(change.now).toContain(now.split(" ").at(-2) ?? now);
    expect(after.replace(/\s+/g, " ")).toContain(change.now);
    expect(TEXT.replace(/\s+/g, " ")).toContain(change.before);
    for (const word of now.split(" ")) expect(change.now).toContain(word);
    for (const word of before.split(" ")) expect(change.before).toContain(word);
  });

  it("tells a quotation that was withdrawn, and a sentence that was", () => {
    const unquoted = TEXT.replace(' "The sea does not wait for lawyers," Solberg told reporters.', "");
    expect(materialChanges(TEXT, unquoted)).toEqual([{ kind: "unquoted", before: '"The sea does not wait for lawyers,"' }]);
    const denial = 'It is not true that "the sea will wait for lawyers," the palace said.';
    expect(materialChanges(`${TEXT} ${denial}`, TEXT)).toEqual([{ kind: "dropped", before: denial }]);
    const shorter = TEXT.replace("\n\nThe ministers did not agree on quotas for cod.", "");
    expect(materialChanges(TEXT, shorter)).toEqual([
      { kind: "dropped", before: "The ministers did not agree on quotas for cod." },
    ]);
  });

  it("tells a sentence that was added, and the publisher's note on a mistake as that", () => {
    const note = "Correction: an earlier version of this article gave a wrong number of passengers.";
    const sentence = "Norway later said that its parliament must vote first.";
    const after = `${TEXT}\n\n${sentence}\n\n${note}`;
    const told = materialChanges(TEXT, after).map((change) =>
      "at" in change ? [change.kind, after.slice(change.at.start, change.at.end)] : change,
    );
    expect(told).toEqual([
      ["corrected", note],
      ["added", sentence],
    ]);
  });

  it("finds every figure that changes, wherever it stands, and nothing in a text against itself", () => {
    const sentence = fc
      .tuple(fc.constantFrom("Norway", "Portugal", "Ghana"), fc.integer({ min: 21, max: 9999 }))
      .map(([who, count]) => `${who} sent ${count} tonnes of cod to the ports of its neighbours.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 9 }), fc.nat(), (sentences, which) => {
        const before = sentences.join(" ");
        expect(materialChanges(before, sentences.join("\n\n"))).toEqual([]);
        const index = which % sentences.length;
        const after = sentences.map((each, at) => (at === index ? each.replace(/\d+/, "12345") : each)).join(" ");
        expect(materialChanges(before, after)).not.toEqual([]);
      }),
    );
  });
});
