import { describe, expect, it } from "vitest";
import { isAllowedBy, readRobots } from "../../../src/adapters/web/robots-rules.ts";

const allows = (file: string | string[], path: string, agent = "foobot") =>
  isAllowedBy(readRobots([file].flat().join("\n"), agent), new URL(path, "https://gazette.example"));

describe("the examples of RFC 9309", () => {
  const SIMPLE = [
    "User-Agent: *",
    "Disallow: *.gif$",
    "Disallow: /example/",
    "Allow: /publications/",
    "",
    "User-Agent: foobot",
    "Disallow:/",
    "Allow:/example/page.html",
    "Allow:/example/allowed.gif",
    "",
    "User-Agent: barbot",
    "User-Agent: bazbot",
    "Disallow: /example/page.html",
    "",
    "User-Agent: quxbot",
    "",
  ];

  it.each([
    ["anybot", "/pictures/a.gif", false],
    ["anybot", "/pictures/a.gif?size=2", true],
    ["anybot", "/example/page.html", false],
    ["anybot", "/publications/a.gif", true],
    ["anybot", "/publications/", true],
    ["foobot", "/", false],
    ["foobot", "/example/page.html", true],
    ["foobot", "/example/allowed.gif", true],
    ["foobot", "/example/other.gif", false],
    ["barbot", "/example/page.html", false],
    ["bazbot", "/example/page.html", false],
    ["bazbot", "/example/other.html", true],
    ["quxbot", "/example/page.html", true],
  ])("5.1: %s at %s: %s", (agent, path, isAllowed) => {
    expect(allows(SIMPLE, path, agent)).toBe(isAllowed);
  });

  it("5.2: the longest pattern that fits decides", () => {
    const file = ["User-Agent: foobot", "Allow: /example/page/", "Disallow: /example/page/disallowed.gif"];
    expect(allows(file, "/example/page/")).toBe(true);
    expect(allows(file, "/example/page/disallowed.gif")).toBe(false);
  });

  it.each([
    ["/foo/bar?baz=quz", "/foo/bar?baz=quz"],
    ["/foo/bar/ツ", "/foo/bar/%E3%83%84"],
    ["/foo/bar/%e3%83%84", "/foo/bar/ツ"],
    ["/foo/bar/%62%61%7A", "/foo/bar/baz"],
    ["/path/file-with-a-%2A.html", "/path/file-with-a-*.html"],
    ["/path/foo-%24", "/path/foo-$"],
    ["/%ツ", "/%%E3%83%84"],
  ])("2.2.2 and 2.2.3: %s means %s, and not its neighbour", (pattern, path) => {
    expect(allows(["User-agent: *", `Disallow: ${pattern}`], path)).toBe(false);
    expect(allows(["User-agent: *", `Disallow: ${pattern}`], path.slice(0, -1))).toBe(true);
  });

  it("2.2.1: groups that name the same token are one, and none of them is that of all others", () => {
    const file = [
      "user-agent: *",
      "disallow: /other",
      "USER-AGENT: FooBot",
      "Disallow: /a",
      "User-agent: x",
      "User-agent: foobot/2.1",
      "Disallow: /b",
    ];
    expect(["/a", "/b", "/other"].map((path) => allows(file, path))).toEqual([false, false, true]);
  });

  it("2.2.4: other records interfere with nothing", () => {
    const file = [
      "User-agent: foobot",
      "Sitemap: https://gazette.example/s.xml",
      "Crawl-delay: 5",
      "",
      "User-agent: barbot",
      "Disallow: /",
    ];
    expect(["foobot", "barbot", "x"].map((agent) => allows(file, "/a", agent))).toEqual([false, false, true]);
    expect(readRobots(file.join("\n"), "foobot").delayMs).toBe(5000);
    expect(readRobots(file.join("\n"), "barbot").delayMs).toBe(null);
  });
});

/** Google's published table of paths, patterns and what fits (developers.google.com, how robots.txt is interpreted). */
describe("the patterns of Google's table", () => {
  it.each([
    ["/", ["/any"], []],
    ["/*", ["/any"], []],
    ["/$", ["/"], ["/any"]],
    [
      "/fish",
      ["/fish", "/fish.html", "/fish/salmon.html", "/fishheads", "/fish.php?id=anything"],
      ["/Fish.asp", "/catfish", "/?id=fish"],
    ],
    ["/fish*", ["/fish", "/fishheads/yummy.html", "/fish.php?id=anything"], ["/Fish.asp", "/catfish", "/desert/fish"]],
    [
      "/fish/",
      ["/fish/", "/fish/?id=anything", "/fish/salmon.htm"],
      ["/fish", "/fish.html", "/animals/fish/", "/Fish/Salmon.asp"],
    ],
    [
      "/*.php",
      ["/index.php", "/folder/filename.php?parameters", "/folder/any.php.file.html", "/filename.php/"],
      ["/", "/windows.PHP"],
    ],
    ["/*.php$", ["/filename.php", "/folder/filename.php"], ["/filename.php?parameters", "/filename.php/", "/filename.php5"]],
    ["/fish*.php", ["/fish.php", "/fishheads/catfish.php?parameters"], ["/Fish.PHP"]],
  ])("%s", (pattern, fitting, others) => {
    const file = ["User-agent: *", `Disallow: ${pattern}`];
    expect(fitting.filter((path) => allows(file, path))).toEqual([]);
    expect(others.filter((path) => !allows(file, path))).toEqual([]);
  });

  it.each([
    [["Allow: /p", "Disallow: /"], "/page", true],
    [["Allow: /folder", "Disallow: /folder"], "/folder/page", true],
    [["Allow: /page", "Disallow: /*.htm"], "/page.htm", false],
    [["Allow: /page", "Disallow: /*.ph"], "/page.php5", true],
    [["Allow: /$", "Disallow: /"], "/", true],
    [["Allow: /$", "Disallow: /"], "/page.htm", false],
  ])("%j at %s: %s", (rules, path, isAllowed) => {
    expect(allows(["User-agent: *", ...rules], path)).toBe(isAllowed);
  });
});

it("reads a file as people write it: a mark before it, any line end, comments, blanks, nothing at all", () => {
  expect(allows("\ufeffUser-agent : * # all\r\n  DISALLOW:/a # not this\rdisallow:\nnonsense", "/a")).toBe(false);
  expect(allows("\ufeffUser-agent : *\rDisallow:", "/a")).toBe(true);
  expect(allows("Disallow: /\nUser-agent: *", "/a")).toBe(true);
  expect(allows("\u0000\ud800:\n::::\n", "/a")).toBe(true);
});

it("takes each part between stars where it is first found, however many there are", () => {
  const rules = Array.from({ length: 20_000 }, (_, at) => `Disallow: /*a*b*c*d${at}`);
  const group = readRobots(["User-agent: *", ...rules].join("\n"), "foobot");
  expect(group.rules).toHaveLength(20_000);
  // With a matcher that goes back, one of these takes longer than anybody waits.
  for (const path of [`/${"abc".repeat(600)}`, `/${"a".repeat(1800)}`]) {
    expect(isAllowedBy(group, new URL(path, "https://gazette.example"))).toBe(true);
  }
  const deep = readRobots(`User-agent: *\nDisallow: /${"a*".repeat(1500)}z$`, "foobot");
  expect(isAllowedBy(deep, new URL(`https://gazette.example/${"a".repeat(1800)}`))).toBe(true);
  expect(isAllowedBy(deep, new URL(`https://gazette.example/${"a".repeat(1800)}z`))).toBe(false);
});
