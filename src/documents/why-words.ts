import type { Language } from "../domain/digests/digest.ts";

/** What `/digest why` and `/digest preview` say, in the language of a digest's frame. `schedule` is what `showSchedule` says. */
interface WhyWords {
  title: string;
  none: string;
  requested: string;
  due(schedule: string): string;
  silent(due: string): string;
  failed(due: string): string;
  last(done: string, why: string): string;
  paused: string;
  preparing(due: string): string;
  next(due: string): string;
  unplanned: string;
  /** Where holidays were to be left out, and cannot be looked up. */
  noHolidays: string;
  /** How a digest goes beyond its channel. */
  pings: string;
  published: string;
  preview: string;
}

export const WHY_WORDS: Record<Language, WhyWords> = {
  en: {
    title: "Last and next digest",
    none: "No digest posted yet.",
    requested: "because somebody requested it",
    due: (schedule) => `because it was due ${schedule}`,
    silent: (due) => `Nothing posted on ${due}, because nothing was new.`,
    failed: (due) => `The digest of ${due} was not posted.`,
    last: (done, why) => `Last digest: ${done}, ${why}.`,
    paused: "Paused. To resume it, type /digest follow again.",
    preparing: (due) => `I am preparing the digest of ${due}.`,
    next: (due) => `Next digest: ${due}.`,
    unplanned: "No next digest is scheduled.",
    noHolidays: "Holidays are not skipped, because the package date-holidays is not installed.",
    pings: "Each digest pings a role.",
    published: "Each digest is published to the channels that follow this one.",
    preview: "Preview",
  },
  de: {
    title: "Letzter und nächster Überblick",
    none: "Noch kein Überblick gepostet.",
    requested: "weil jemand ihn angefordert hat",
    due: (schedule) => `weil er ${schedule} fällig war`,
    silent: (due) => `Am ${due} nichts gepostet, weil nichts neu war.`,
    failed: (due) => `Der Überblick vom ${due} wurde nicht gepostet.`,
    last: (done, why) => `Letzter Überblick: ${done}, ${why}.`,
    paused: "Angehalten. Mit /digest follow geht es weiter.",
    preparing: (due) => `Ich bereite den Überblick vom ${due} vor.`,
    next: (due) => `Nächster Überblick: ${due}.`,
    unplanned: "Kein weiterer Überblick ist geplant.",
    noHolidays: "Feiertage werden nicht ausgelassen, weil das Paket date-holidays nicht installiert ist.",
    pings: "Jeder Überblick erwähnt eine Rolle.",
    published: "Jeder Überblick wird in den Kanälen veröffentlicht, die diesem folgen.",
    preview: "Vorschau",
  },
  fr: {
    title: "Dernière et prochaine synthèse",
    none: "Aucune synthèse publiée pour l’instant.",
    requested: "parce que quelqu’un l’a demandée",
    due: (schedule) => `parce qu’elle était prévue ${schedule}`,
    silent: (due) => `Rien publié le ${due}, faute de nouveauté.`,
    failed: (due) => `La synthèse du ${due} n’a pas été publiée.`,
    last: (done, why) => `Dernière synthèse : ${done}, ${why}.`,
    paused: "En pause. Pour reprendre, tapez /digest follow.",
    preparing: (due) => `Je prépare la synthèse du ${due}.`,
    next: (due) => `Prochaine synthèse : ${due}.`,
    unplanned: "Aucune autre synthèse n’est prévue.",
    noHolidays: "Les jours fériés ne sont pas sautés, car le paquet date-holidays n’est pas installé.",
    pings: "Chaque synthèse mentionne un rôle.",
    published: "Chaque synthèse est publiée dans les salons qui suivent celui-ci.",
    preview: "Aperçu",
  },
};
