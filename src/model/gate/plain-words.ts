/** Words that add no facts by themselves: grammar, reporting, order in time. The gate allows them in any sentence. */
const PLAIN =
  "the a an of to in on at by for with from and or but as is are was were be been being has have had do does did it its he his him she her they their them who whom whose which that this these those " +
  "there here into onto about over under between among during while when where after before until since also both each several other another such than then so too only " +
  "said say says saying told tells tell added adds adding noted notes noting according reported reports reporting report article articles meanwhile later earlier including include includes included regarding concerning respectively separately further what how why however notably additionally moreover furthermore besides nevertheless therefore thus";

const plain = new Set(PLAIN.split(" "));

export function isPlainWord(folded: string): boolean {
  return plain.has(folded);
}

/** Synonyms in news. The gate treats each group as one word. */
const SAME =
  "meet met meeting meetings talk talks discuss discussed discussion discussions dialogue conversation hold held spoke speak|" +
  "visit visited trip travel travelled traveled arrive arrived|call called phone phoned telephone|sign signed signing|" +
  "minister ministers ministerial|leader leaders|premier prime|foreign external|defence defense|cooperation co-operation";

const groups = new Map<string, string[]>();
for (const group of SAME.split("|")) {
  const words = group.split(" ");
  for (const word of words) groups.set(word, words);
}

export function sameWords(folded: string): string[] {
  return groups.get(folded) ?? [folded];
}
