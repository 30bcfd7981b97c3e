import { describe, expect, it } from "vitest";
import { formsOf, inflect } from "../../../src/extract/en/inflect.ts";
import { isReportingVerb } from "../../../src/extract/en/reporting-verbs.ts";

describe("a verb's forms", () => {
  it.each([
    ["add", "adds added adding"],
    ["reply", "replies replied replying"],
    ["imply", "implies implied implying"],
    ["decry", "decries decried decrying"],
    ["delay", "delays delayed delaying"],
    ["rebut", "rebuts rebutted rebutting"],
    ["admit", "admits admitted admitting"],
    ["refer", "refers referred referring"],
    ["demur", "demurs demurred demurring"],
    ["prod", "prods prodded prodding"],
    ["quip", "quips quipped quipping"],
    ["snub", "snubs snubbed snubbing"],
    ["posit", "posits posited positing"],
    ["answer", "answers answered answering"],
    ["shout", "shouts shouted shouting"],
    ["vow", "vows vowed vowing"],
    ["agree", "agrees agreed agreeing"],
    ["argue", "argues argued arguing"],
    ["praise", "praises praised praising"],
    ["press", "presses pressed pressing"],
    ["preach", "preaches preached preaching"],
    ["echo", "echoes echoed echoing"],
    ["coo", "coos cooed cooing"],
    ["go", "goes went gone going"],
    ["have", "has had having"],
    ["write", "writes wrote written writing"],
    ["say", "says said saying"],
    ["put", "puts put putting"],
  ])("are spelt as English spells them: %s", (base, forms) => {
    const { third, past, ing } = inflect(base);
    expect([third, ...past, ing].join(" ")).toBe(forms);
  });

  it("are spelt both ways where British and American differ", () => {
    expect(formsOf("cancel")).toEqual(expect.arrayContaining(["cancels", "canceled", "cancelled", "canceling", "cancelling"]));
  });
});

describe("verbs that bring a quotation", () => {
  it.each(["implied", "rebutted", "prodded", "decried", "sobbed", "demurred", "agreeing", "echoes", "labelled"])(
    "are known in their real forms: %s",
    (form) => expect(isReportingVerb(form)).toBe(true),
  );

  it.each(["implyed", "rebuted", "proded", "refered", "echos", "raped", "known", "begun"])("and in no others: %s", (form) =>
    expect(isReportingVerb(form)).toBe(false),
  );
});
