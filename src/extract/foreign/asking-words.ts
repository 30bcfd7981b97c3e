/** Begins a question in German, French or Spanish. "Was" alone may be English. */
const BEGINS_FOREIGN =
  /^(?:wann|wo|wer|wen|wem|warum|wieso|wie viele?|welche[rsn]?|was (?:hat|haben|ist|war|wurde|wird|sagte|sagt|sagen|macht)|quand|où|qui|pourquoi|combien|quels?|quelles?|que|qu['’]|cuándo|dónde|quién(?:es)?|qué|por qué|cuánt[oa]s?)(?![\p{L}])/iu;

/** Whether a question is asked in a language that is not read. */
export function asksInForeignWords(question: string): boolean {
  return BEGINS_FOREIGN.test(question.replace(/^\P{L}{1,3}/u, ""));
}
