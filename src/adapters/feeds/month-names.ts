/** Languages in which feeds and pages write months. Two that use one name for two months are not both here. */
const LANGUAGES = "en de fr es it pt nl sv da nb fi pl cs sk hu ro tr el ru uk id ar he".split(" ");
/** Written beside what Unicode's calendar gives. */
const OTHERS: Record<string, number> = {
  sept: 9,
  jänner: 1,
  feber: 2,
  mrz: 3,
  märz: 3,
  maerz: 3,
  févr: 2,
  juil: 7,
  aout: 8,
  fev: 2,
  set: 9,
};

const MONTHS = monthNames();

/** The month, 1 to 12, of its name or its abbreviation; 0 where it is none, or more than one. */
export function monthOf(name: string | undefined): number {
  return MONTHS.get((name ?? "").toLowerCase().replace(/\.$/, "")) ?? 0;
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) for (const [name, month] of namesIn(language)) add(names, name, month);
  for (const [name, month] of Object.entries(OTHERS)) names.set(name, month);
  return names;
}

/** With a day beside it, a month of several languages has another ending. */
function* namesIn(language: string): Generator<[string, number]> {
  for (const month of ["long", "short"] as const) {
    for (const options of [{ month }, { month, day: "numeric" as const }]) {
      const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
      for (let at = 0; at < 12; at++) {
        const part = format.formatToParts(Date.UTC(2026, at, 15)).find(({ type }) => type === "month");
        if (part !== undefined) yield [part.value.toLowerCase().replace(/\.$/, ""), at + 1];
      }
    }
  }
}

function add(names: Map<string, number>, name: string, month: number): void {
  if (!/^\p{L}{3,}$/u.test(name)) return;
  const known = names.get(name);
  names.set(name, known === undefined || known === month ? month : 0);
}
