import { endSentence, type Frame, of } from "./frame-words.ts";

export const FRENCH: Frame = {
  digest: "Synthèse",
  nothing: "rien",
  and: "et",
  updated: "Mis à jour",
  rest: "La suite du premier sujet",
  others: "Autres sujets",
  held: "Rencontres passées",
  coming: "Rencontres à venir",
  weekAhead: "La semaine à venir",
  nothingPlanned: "Les articles ne citent aucune rencontre prévue pour un jour de cette semaine.",
  planned: (count, publishers) =>
    `${of(count, "rencontre prévue", "rencontres prévues")}, d'après ${of(publishers, "média", "médias")}. Ce qui n'est prévu que pour un mois, sans jour précis, n'y figure pas.`,
  until: (day) => `jusqu'au ${day}`,
  quotes: "Citations",
  meetings: "Rencontres",
  sources: "Sources",
  why: "Pourquoi ?",
  week: "La semaine en fichier",
  wrong: "Une erreur ?",
  notPolled: "Aucune source suivie",
  withdrawnTitle: "Retiré",
  withdrawn: (articles) =>
    articles === 1
      ? "L’éditeur a retiré un article cité plus haut. Ne vous fiez plus à ce qui en est tiré :"
      : "Des éditeurs ont retiré des articles cités plus haut. Ne vous fiez plus à ce qui en est tiré :",
  notWritten:
    "Le sujet principal reprend les phrases des articles, car le modèle de langue n’a pas fourni à temps de texte vérifié.",
  nothingNew: (label) => `Rien de nouveau sur ${label}.`,
  left: (count) => `${of(count, "autre sujet non affiché", "autres sujets non affichés")}.`,
  onlyOne: "Un seul éditeur.",
  publishers: (count) => `${of(count, "éditeur indépendant", "éditeurs indépendants")}.`,
  carried: (agency, count, publishers) =>
    `${agency === null ? "Un même texte" : `Un même texte de ${agency}`} chez ${count} éditeurs : ${publishers}.`,
  since: (changes) => `Depuis la dernière synthèse : ${endSentence(changes)}`,
  change(change) {
    switch (change.kind) {
      case "articles":
        return `${of(change.count, "autre article", "autres articles")} (${change.publishers.join(", ")})`;
      case "withdrawn":
        return `retiré par ${change.publishers.join(", ")}`;
      case "changed":
        return `modifié chez ${change.publishers.join(", ")}`;
      case "corrected":
        return `${change.publisher} corrige : ${change.words}`;
      case "added":
        return `${change.publisher} ajoute : ${change.words}`;
      case "dropped":
        return `${change.publisher} n’écrit plus : ${change.words}`;
      case "unquoted":
        return `${change.publisher} a retiré la citation ${change.words}`;
      case "now-says":
        return `${change.publisher} écrit maintenant « ${change.now} », avant « ${change.before} »`;
      case "quotes":
        return of(change.count, "citation", "citations");
      case "cancelled":
        return of(change.count, "rencontre annulée", "rencontres annulées");
    }
  },
  differ: (kind) => `Les articles donnent des jours différents (${kind}) : `,
  redated: (publisher, kind) => `${publisher} donne un autre jour qu’auparavant (${kind}) : `,
  dayNow: (day) => `maintenant ${day}`,
  dayBefore: (day) => `auparavant ${day}`,
  says: (publisher, day) => `${publisher} : ${day}`,
  read: (count) => of(count, "source lue", "sources lues"),
  failing: (count, names) => `${count} en panne : ${names}`,
  more: (names, count) => `${names} et ${of(count, "autre", "autres")}`,
  used: (articles, publishers) =>
    `${of(articles, "nouvel article", "nouveaux articles")} de ${of(publishers, "éditeur", "éditeurs")}`,
  chosen: (model) => `${model} a choisi les phrases du sujet principal ; chacune est celle d'un article.`,
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
