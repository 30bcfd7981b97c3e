import { endSentence, type Frame, of } from "./frame-words.ts";

export const ENGLISH: Frame = {
  digest: "Digest",
  nothing: "nothing",
  and: "and",
  updated: "Updated",
  rest: "More on the lead story",
  others: "Other stories",
  held: "Meetings held",
  coming: "Meetings coming",
  weekAhead: "The week ahead",
  nothingPlanned: "The articles tell of no meeting that is planned for a day of this week.",
  planned: (count, publishers) =>
    `${of(count, "planned meeting", "planned meetings")}, from ${of(publishers, "publisher", "publishers")}. What is known only to be some time in a month is left out.`,
  until: (day) => `until ${day}`,
  quotes: "Quotes",
  meetings: "Meetings",
  sources: "Sources",
  why: "Why this?",
  week: "Save the week as file",
  wrong: "Wrong?",
  notPolled: "No sources followed",
  withdrawnTitle: "Withdrawn",
  withdrawn: (articles) =>
    articles === 1
      ? "The publisher has withdrawn an article that is cited above. Do not rely on what was taken from it:"
      : "Publishers have withdrawn articles that are cited above. Do not rely on what was taken from them:",
  notWritten:
    "The lead story uses the articles' own sentences, because the language model did not deliver one that passed the check in time.",
  nothingNew: (label) => `Nothing new on ${label}.`,
  left: (count) => `${of(count, "more story", "more stories")} not shown here.`,
  onlyOne: "Only one publisher.",
  publishers: (count) => `${of(count, "independent publisher", "independent publishers")}.`,
  carried: (agency, count, publishers) =>
    `${agency === null ? "One text" : `One text by ${agency}`}, carried by ${count} publishers: ${publishers}.`,
  since: (changes) => `Since the last digest: ${endSentence(changes)}`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "more article", "more articles")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `${change.publishers.join(", ")} withdrew ${change.count === 1 ? "its article" : "their articles"}`;
      case "changed":
        return `${change.publishers.join(", ")} changed ${change.count === 1 ? "its article" : "their articles"}`;
      case "corrected":
        return `${change.publisher} corrects: ${change.words}`;
      case "added":
        return `${change.publisher} adds: ${change.words}`;
      case "dropped":
        return `${change.publisher} no longer says: ${change.words}`;
      case "unquoted":
        return `${change.publisher} took out the quotation ${change.words}`;
      case "now-says":
        return `${change.publisher} now says “${change.now}”, before: “${change.before}”`;
      case "quotes":
        return of(change.count, "quote", "quotes");
      case "cancelled":
        return `${of(change.count, "meeting", "meetings")} cancelled`;
    }
  },
  differ: (kind) => `The articles give different days for the ${kind}: `,
  redated: (publisher, kind) => `${publisher} gives another day for the ${kind} than before: `,
  dayNow: (day) => `now ${day}`,
  dayBefore: (day) => `before ${day}`,
  says: (publisher, day) => `${publisher} says ${day}`,
  read: (count) => `${of(count, "source", "sources")} read`,
  failing: (count, names) => `${count} failing: ${names}`,
  more: (names, count) => `${names} and ${count} more`,
  used: (articles, publishers) =>
    `${of(articles, "new article", "new articles")} from ${of(publishers, "publisher", "publishers")}`,
  chosen: (model) => `${model} chose the sentences of the lead story; each is an article's own.`,
  written: (model, replaced) =>
    `${model} wrote the lead story from the passages it cites${replaced === 0 ? "" : `; ${of(replaced, "sentence is", "sentences are")} the articles' own`}.`,
  late: (due, span) => `This digest was due on ${due} and is ${span} late, because I could not post then.`,
  catchUp: (count, from, to) =>
    `Catch-up: this replaces ${count} digests due from ${from} to ${to}, because I could not post then.`,
  place: (place) => `in ${place}`,
  topics: (topics) => `topics: ${topics}`,
  kinds: {
    meeting: "meeting",
    call: "call",
    video: "video",
    visit: "visit",
    summit: "summit",
    talks: "talks",
    "statement-signing": "signing",
  },
  statuses: { held: "", planned: " (planned)", cancelled: " (cancelled)" },
  corrected: " (corrected)",
};
