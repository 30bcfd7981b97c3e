/** Text as a model may read it: no control or invisible characters, single blanks. */
export function plainText(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}|\p{Cs}/gu, "")
    .replace(/\p{Cc}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
