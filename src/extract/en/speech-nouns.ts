/** Nouns for what somebody says or writes: their owner speaks. Singular and plural. */
const SPEECH_NOUNS = new Set(
  (
    "accusation account admission allegation announcement answer appeal apology argument assertion assessment assurance call caption caution charge claim comment complaint " +
    "communiqué communique concern conclusion condemnation confession criticism declaration demand description email e-mail essay explanation expression " +
    "forecast interview invitation joke letter manifesto memo memoir message motto note notion observation op-ed opinion outburst pledge plea post praise prediction promise " +
    "proposal quip quote readout reaction recollection reference refusal rejection remark reminder reply report request response retort rhetoric slogan speech statement " +
    "suggestion summary talk testimony text threat toast tweet verdict version view vow warning wish word words address thread posting dispatch editorial column"
  ).split(" "),
);

export function isSpeechNoun(word: string): boolean {
  return SPEECH_NOUNS.has(word) || (word.endsWith("s") && SPEECH_NOUNS.has(word.slice(0, -1)));
}
