import { endSentence, type Frame, of } from "./frame-words.ts";

export const GERMAN: Frame = {
  digest: "Überblick",
  nothing: "nichts",
  and: "und",
  updated: "Aktualisiert",
  rest: "Mehr zur ersten Meldung",
  others: "Weitere Meldungen",
  held: "Vergangene Treffen",
  coming: "Anstehende Treffen",
  weekAhead: "Die kommende Woche",
  nothingPlanned: "Die Artikel nennen kein Treffen, das für einen Tag dieser Woche geplant ist.",
  planned: (count, publishers) =>
    `${of(count, "geplantes Treffen", "geplante Treffen")} aus ${of(publishers, "Medium", "Medien")}. Was nur für irgendeinen Tag eines Monats geplant ist, fehlt hier.`,
  until: (day) => `bis ${day}`,
  quotes: "Zitate",
  meetings: "Treffen",
  sources: "Quellen",
  why: "Warum?",
  week: "Woche als Datei",
  wrong: "Falsch?",
  notPolled: "Keine Quellen abonniert",
  withdrawnTitle: "Zurückgezogen",
  withdrawn: (articles) =>
    articles === 1
      ? "Der Herausgeber hat einen Artikel zurückgezogen, der oben zitiert wird. Was daraus stammt, gilt nicht mehr als belegt:"
      : "Herausgeber haben Artikel zurückgezogen, die oben zitiert werden. Was daraus stammt, gilt nicht mehr als belegt:",
  notWritten:
    "Die Hauptmeldung besteht aus Sätzen der Artikel, weil das Sprachmodell nicht rechtzeitig einen geprüften Text lieferte.",
  nothingNew: (label) => `Nichts Neues zu ${label}.`,
  left: (count) => `${of(count, "weitere Meldung", "weitere Meldungen")} hier nicht gezeigt.`,
  onlyOne: "Nur ein Herausgeber.",
  publishers: (count) => `${of(count, "unabhängiger Herausgeber", "unabhängige Herausgeber")}.`,
  carried: (agency, count, publishers) =>
    `${agency === null ? "Ein Text" : `Ein Text von ${agency}`} bei ${count} Herausgebern: ${publishers}.`,
  since: (changes) => `Seit dem letzten Überblick: ${endSentence(changes)}`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "weiterer Artikel", "weitere Artikel")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `zurückgezogen von ${change.publishers.join(", ")}`;
      case "changed":
        return `geändert bei ${change.publishers.join(", ")}`;
      case "corrected":
        return `${change.publisher} berichtigt: ${change.words}`;
      case "added":
        return `${change.publisher} ergänzt: ${change.words}`;
      case "dropped":
        return `${change.publisher} schreibt nicht mehr: ${change.words}`;
      case "unquoted":
        return `${change.publisher} hat das Zitat ${change.words} entfernt`;
      case "now-says":
        return `${change.publisher} schreibt jetzt „${change.now}“, vorher „${change.before}“`;
      case "quotes":
        return of(change.count, "Zitat", "Zitate");
      case "cancelled":
        return `${of(change.count, "Treffen", "Treffen")} abgesagt`;
    }
  },
  differ: (kind) => `Die Artikel nennen verschiedene Tage (${kind}): `,
  redated: (publisher, kind) => `${publisher} nennt einen anderen Tag als zuvor (${kind}): `,
  dayNow: (day) => `jetzt ${day}`,
  dayBefore: (day) => `zuvor ${day}`,
  says: (publisher, day) => `${publisher}: ${day}`,
  read: (count) => `${of(count, "Quelle", "Quellen")} gelesen`,
  failing: (count, names) => `${count} gestört: ${names}`,
  more: (names, count) => `${names} und ${count} weitere`,
  used: (articles, publishers) =>
    `${of(articles, "neuer Artikel", "neue Artikel")} von ${of(publishers, "Herausgeber", "Herausgebern")}`,
  chosen: (model) => `${model} hat die Sätze der Hauptmeldung ausgewählt; jeder steht so in einem Artikel.`,
  written: (model, replaced) =>
    `${model} hat die Hauptmeldung aus den angegebenen Stellen geschrieben${replaced === 0 ? "" : `; ${of(replaced, "Satz stammt", "Sätze stammen")} wörtlich aus den Artikeln`}.`,
  late: (due, span) => `Dieser Überblick war am ${due} fällig und kommt ${span} zu spät, weil ich nicht posten konnte.`,
  catchUp: (count, from, to) =>
    `Nachtrag: ersetzt ${count} Überblicke, die von ${from} bis ${to} fällig waren, weil ich nicht posten konnte.`,
  place: (place) => `in ${place}`,
  topics: (topics) => `Themen: ${topics}`,
  kinds: {
    meeting: "Treffen",
    call: "Telefonat",
    video: "Videogespräch",
    visit: "Besuch",
    summit: "Gipfel",
    talks: "Gespräche",
    "statement-signing": "Unterzeichnung",
  },
  statuses: { held: "", planned: " (geplant)", cancelled: " (abgesagt)" },
  corrected: " (korrigiert)",
};
