import type { SharedNameAndDescription } from "@discordjs/builders";
import type { LocalizationMap } from "discord-api-types/v10";
import { FRENCH } from "./local/french.ts";
import { GERMAN } from "./local/german.ts";
import { OPTIONS_IN, SUBCOMMANDS_IN } from "./local/names.ts";

interface Local {
  /** Lower case, without spaces (discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming). */
  name: string;
  description: string;
}

/** The commands in the languages that digests speak besides English. Discord shows them to whoever uses it in that language, and sends the English name. */
const COMMANDS_IN: Readonly<Record<string, Readonly<{ de: Local; fr: Local }>>> = {
  briefing: {
    de: { name: "briefing", description: "Was zu einem Thema geschah, mit jeder Quelle" },
    fr: { name: "synthèse", description: "Ce qui s’est passé sur un sujet, avec chaque source" },
  },
  meetings: {
    de: { name: "treffen", description: "Wer wen wo und wann traf" },
    fr: { name: "rencontres", description: "Qui a rencontré qui, où et quand" },
  },
  timeline: {
    de: { name: "chronik", description: "Der Verlauf über Wochen, eine Zeile für jeden Tag, der zählte" },
    fr: { name: "chronologie", description: "Le fil des semaines, une ligne pour chaque jour qui a compté" },
  },
  upcoming: {
    de: { name: "termine", description: "Geplante Treffen, deren Tag noch kommt" },
    fr: { name: "à-venir", description: "Les rencontres prévues dont le jour n’est pas passé" },
  },
  person: {
    de: { name: "person", description: "Zeigt eine Person; führt Namen zusammen und trennt sie" },
    fr: { name: "personne", description: "Montre une personne ; réunit et sépare des noms" },
  },
  quotes: {
    de: { name: "zitate", description: "Wer was sagte, Wort für Wort" },
    fr: { name: "citations", description: "Qui a dit quoi, mot pour mot" },
  },
  digest: {
    de: { name: "überblick", description: "Überblicke zu Themen in diesem Kanal" },
    fr: { name: "revue", description: "Les revues de presse de ce salon" },
  },
  watch: {
    de: { name: "melden", description: "Meldet sofort, wenn sich jemand trifft oder äußert" },
    fr: { name: "veille", description: "Signale aussitôt une rencontre ou une déclaration" },
  },
  sources: {
    de: { name: "quellen", description: "Verwaltet die Feeds und Seiten, die Attaché liest" },
    fr: { name: "sources", description: "Gère les flux et les pages qu’Attaché lit" },
  },
  ask: {
    de: { name: "frage", description: "Beantwortet eine Frage aus den Artikeln" },
    fr: { name: "question", description: "Répond à une question d’après les articles" },
  },
  attache: {
    de: { name: "attache", description: "Hilfe, Stand und Einstellungen" },
    fr: { name: "attache", description: "Aide, état et réglages" },
  },
};

/** The command on a message, whose name may have spaces. */
export const ADD_SOURCE_LOCAL: LocalizationMap = { de: "Zu den Quellen", fr: "Ajouter aux sources" };

/** A command's name and description in other languages. */
export function localizationsOf(command: string): { names: LocalizationMap | null; descriptions: LocalizationMap | null } {
  const known = COMMANDS_IN[command];
  if (known === undefined) return { names: null, descriptions: null };
  const { de, fr } = known;
  return { names: { de: de.name, fr: fr.name }, descriptions: { de: de.description, fr: fr.description } };
}

/** Gives a subcommand or an option, which has its English name and description, those of the other languages. What is sent stays English. */
export function localize<T extends SharedNameAndDescription>(builder: T, kind: "subcommand" | "option"): T {
  const [de, fr] = (kind === "subcommand" ? SUBCOMMANDS_IN : OPTIONS_IN)[builder.name] ?? [null, null];
  builder.setNameLocalizations({ de, fr });
  builder.setDescriptionLocalizations({ de: GERMAN[builder.description] ?? null, fr: FRENCH[builder.description] ?? null });
  return builder;
}
