import type { Language } from "../domain/digests/digest.ts";
import type { MeetingKind, MeetingStatus } from "../domain/evidence/extraction.ts";
import { LOCALES } from "./show-instant.ts";

/** What is new in a story that was told before. */
export type StoryChange =
  | { kind: "articles"; count: number; publishers: string[] }
  | { kind: "changed"; count: number; publishers: string[] }
  | { kind: "withdrawn"; count: number; publishers: string[] }
  | { kind: "quotes"; count: number }
  | { kind: "cancelled"; count: number };

/** The fixed words of a digest in one language. */
export interface Frame {
  digest: string;
  nothing: string;
  and: string;
  isNew: string;
  updated: string;
  others: string;
  held: string;
  coming: string;
  quotes: string;
  meetings: string;
  sources: string;
  why: string;
  notPolled: string;
  /** Above what is said of articles that were withdrawn after the digest. */
  withdrawnTitle: string;
  withdrawn(articles: number): string;
  notWritten: string;
  nothingNew(label: string): string;
  left(count: number): string;
  publishers(count: number): string;
  since(changes: string): string;
  change(change: StoryChange): string;
  differ(kind: string): string;
  says(publisher: string, day: string): string;
  read(count: number): string;
  failing(count: number, names: string): string;
  more(names: string, count: number): string;
  used(articles: number, publishers: number): string;
  written(model: string, replaced: number): string;
  late(due: string, span: string): string;
  catchUp(count: number, from: string, to: string): string;
  place(place: string): string;
  topics(topics: string): string;
  kinds: Record<MeetingKind, string>;
  statuses: Record<MeetingStatus, string>;
  /** After what a manager corrected. */
  corrected: string;
}

const ENGLISH: Frame = {
  digest: "Digest",
  nothing: "nothing",
  and: "and",
  isNew: "New",
  updated: "Updated",
  others: "Other stories",
  held: "Meetings held",
  coming: "Meetings coming",
  quotes: "Quotes",
  meetings: "Meetings",
  sources: "Sources",
  why: "Why this?",
  notPolled: "No sources followed",
  withdrawnTitle: "Withdrawn",
  withdrawn: (articles) =>
    articles === 1
      ? "The publisher has withdrawn an article that this digest uses. Do not rely on what the digest takes from it:"
      : "Publishers have withdrawn articles that this digest uses. Do not rely on what the digest takes from them:",
  notWritten:
    "The lead story uses the articles' own sentences, because the language model did not deliver one that passed the check in time.",
  nothingNew: (label) => `Nothing new on ${label}.`,
  left: (count) => `${of(count, "more story", "more stories")} not shown here.`,
  publishers: (count) => `${of(count, "independent publisher", "independent publishers")}.`,
  since: (changes) => `Since the last digest: ${changes}.`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "more article", "more articles")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `${change.publishers.join(", ")} withdrew ${change.count === 1 ? "its article" : "their articles"}`;
      case "changed":
        return `${change.publishers.join(", ")} changed ${change.count === 1 ? "its article" : "their articles"}`;
      case "quotes":
        return of(change.count, "quote", "quotes");
      case "cancelled":
        return `${of(change.count, "meeting", "meetings")} cancelled`;
    }
  },
  differ: (kind) => `The articles give different days for the ${kind}: `,
  says: (publisher, day) => `${publisher} says ${day}`,
  read: (count) => `${of(count, "source", "sources")} read`,
  failing: (count, names) => `${count} failing: ${names}`,
  more: (names, count) => `${names} and ${count} more`,
  used: (articles, publishers) =>
    `${of(articles, "new article", "new articles")} from ${of(publishers, "publisher", "publishers")}`,
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
    "statement-signing": "statement-signing",
  },
  statuses: { held: "", planned: " (planned)", cancelled: " (cancelled)" },
  corrected: " (corrected)",
};

const GERMAN: Frame = {
  digest: "Überblick",
  nothing: "nichts",
  and: "und",
  isNew: "Neu",
  updated: "Aktualisiert",
  others: "Weitere Meldungen",
  held: "Vergangene Treffen",
  coming: "Anstehende Treffen",
  quotes: "Zitate",
  meetings: "Treffen",
  sources: "Quellen",
  why: "Warum?",
  notPolled: "Keine Quellen abonniert",
  withdrawnTitle: "Zurückgezogen",
  withdrawn: (articles) =>
    articles === 1
      ? "Der Herausgeber hat einen Artikel zurückgezogen, auf dem dieser Überblick beruht. Was daraus stammt, gilt nicht mehr als belegt:"
      : "Herausgeber haben Artikel zurückgezogen, auf denen dieser Überblick beruht. Was daraus stammt, gilt nicht mehr als belegt:",
  notWritten:
    "Die Hauptmeldung besteht aus Sätzen der Artikel, weil das Sprachmodell nicht rechtzeitig einen geprüften Text lieferte.",
  nothingNew: (label) => `Nichts Neues zu ${label}.`,
  left: (count) => `${of(count, "weitere Meldung", "weitere Meldungen")} hier nicht gezeigt.`,
  publishers: (count) => `${of(count, "unabhängiger Herausgeber", "unabhängige Herausgeber")}.`,
  since: (changes) => `Seit dem letzten Überblick: ${changes}.`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "weiterer Artikel", "weitere Artikel")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `zurückgezogen von ${change.publishers.join(", ")}`;
      case "changed":
        return `geändert bei ${change.publishers.join(", ")}`;
      case "quotes":
        return of(change.count, "Zitat", "Zitate");
      case "cancelled":
        return `${of(change.count, "Treffen", "Treffen")} abgesagt`;
    }
  },
  differ: (kind) => `Die Artikel nennen verschiedene Tage (${kind}): `,
  says: (publisher, day) => `${publisher}: ${day}`,
  read: (count) => `${of(count, "Quelle", "Quellen")} gelesen`,
  failing: (count, names) => `${count} gestört: ${names}`,
  more: (names, count) => `${names} und ${count} weitere`,
  used: (articles, publishers) =>
    `${of(articles, "neuer Artikel", "neue Artikel")} von ${of(publishers, "Herausgeber", "Herausgebern")}`,
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

const FRENCH: Frame = {
  digest: "Synthèse",
  nothing: "rien",
  and: "et",
  isNew: "Nouveau",
  updated: "Mis à jour",
  others: "Autres sujets",
  held: "Rencontres passées",
  coming: "Rencontres à venir",
  quotes: "Citations",
  meetings: "Rencontres",
  sources: "Sources",
  why: "Pourquoi ?",
  notPolled: "Aucune source suivie",
  withdrawnTitle: "Retiré",
  withdrawn: (articles) =>
    articles === 1
      ? "L’éditeur a retiré un article utilisé dans cette synthèse. Ne vous fiez plus à ce qui en est tiré :"
      : "Des éditeurs ont retiré des articles utilisés dans cette synthèse. Ne vous fiez plus à ce qui en est tiré :",
  notWritten:
    "Le sujet principal reprend les phrases des articles, car le modèle de langue n’a pas fourni à temps de texte vérifié.",
  nothingNew: (label) => `Rien de nouveau sur ${label}.`,
  left: (count) => `${of(count, "autre sujet non affiché", "autres sujets non affichés")}.`,
  publishers: (count) => `${of(count, "éditeur indépendant", "éditeurs indépendants")}.`,
  since: (changes) => `Depuis la dernière synthèse : ${changes}.`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "autre article", "autres articles")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `retiré par ${change.publishers.join(", ")}`;
      case "changed":
        return `modifié chez ${change.publishers.join(", ")}`;
      case "quotes":
        return of(change.count, "citation", "citations");
      case "cancelled":
        return of(change.count, "rencontre annulée", "rencontres annulées");
    }
  },
  differ: (kind) => `Les articles donnent des jours différents (${kind}) : `,
  says: (publisher, day) => `${publisher} : ${day}`,
  read: (count) => of(count, "source lue", "sources lues"),
  failing: (count, names) => `${count} en panne : ${names}`,
  more: (names, count) => `${names} et ${of(count, "autre", "autres")}`,
  used: (articles, publishers) =>
    `${of(articles, "nouvel article", "nouveaux articles")} de ${of(publishers, "éditeur", "éditeurs")}`,
  written: (model, replaced) =>
    `${model} a rédigé le sujet principal à partir des passages cités${replaced === 0 ? "" : ` ; ${of(replaced, "phrase vient", "phrases viennent")} telles quelles des articles`}.`,
  late: (due, span) => `Cette synthèse était prévue le ${due} ; elle a ${span} de retard, car je ne pouvais pas publier.`,
  catchUp: (count, from, to) =>
    `Rattrapage : remplace ${count} synthèses prévues du ${from} au ${to}, car je ne pouvais pas publier.`,
  place: (place) => `à ${place}`,
  topics: (topics) => `thèmes : ${topics}`,
  kinds: {
    meeting: "rencontre",
    call: "appel",
    video: "visioconférence",
    visit: "visite",
    summit: "sommet",
    talks: "entretiens",
    "statement-signing": "signature",
  },
  statuses: { held: "", planned: " (prévu)", cancelled: " (annulé)" },
  corrected: " (corrigé)",
};

const FRAMES: Record<Language, Frame> = { en: ENGLISH, de: GERMAN, fr: FRENCH };

export function frameOf(language: Language): Frame {
  return FRAMES[language];
}

/** "8 September 2022", "8. September 2022", "8 septembre 2022". */
export function showDay(iso: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: "long", timeZone: "UTC" });
  return format.format(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`));
}

const WRITTEN_IN: Record<Language, string> = { en: "in", de: "auf", fr: "en" };

/** "in German", "auf Deutsch", "en allemand": the language of an article. */
export function showTongue(code: string, language: Language): string {
  const name = new Intl.DisplayNames([LOCALES[language]], { type: "language" }).of(code) ?? code;
  return `${WRITTEN_IN[language]} ${name}`;
}

function of(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
