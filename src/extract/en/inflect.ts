/** The forms of an English verb. */
export interface Inflected {
  base: string;
  /** "says" */
  third: string;
  /** "said"; and the participle where it is another, "written". */
  past: readonly string[];
  /** "saying" */
  ing: string;
}

/** Past forms that no rule makes: the past, then the participle where it differs. A verb with a prefix stands for itself. */
const IRREGULAR: Readonly<Record<string, string>> = {
  begin: "began begun",
  feel: "felt",
  find: "found",
  go: "went gone",
  hear: "heard",
  hold: "held",
  know: "knew known",
  lead: "led",
  make: "made",
  put: "put",
  read: "read",
  say: "said",
  sing: "sang sung",
  speak: "spoke spoken",
  swear: "swore sworn",
  tell: "told",
  think: "thought",
  write: "wrote written",
};

/** Verbs of several syllables whose last one is stressed: only there is a consonant doubled. */
const STRESSED_LAST = new Set(
  "admit commit concur confer defer demur deter infer occur permit prefer rebut recur refer regret submit".split(" "),
);
const ONE_SYLLABLE = /^(?:[^aeiou]*qu|[^aeiou]*)[aeiou][bdgklmnprtvz]$/;

/** English spelling: reply, replied; rebut, rebutted; prod, prodded; agree, agreeing; wish, wishes. */
export function inflect(base: string): Inflected {
  const irregular = IRREGULAR[base];
  const stem = ONE_SYLLABLE.test(base) || STRESSED_LAST.has(base) ? base + base.slice(-1) : base;
  return {
    base,
    third: thirdPerson(base),
    past: irregular === undefined ? [regularPast(base, stem)] : irregular.split(" "),
    ing: presentParticiple(base, stem),
  };
}

/** Every form of each verb of a list, the verb itself included. */
export function formsOf(verbs: string): string[] {
  return verbs.split(/\s+/).flatMap((verb) => {
    const { base, third, past, ing } = inflect(verb);
    return [base, third, ...past, ing];
  });
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|[^aeiou]o|^go)$/.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string, stem: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith("e") ? `${base}d` : `${stem}ed`;
}

function presentParticiple(base: string, stem: string): string {
  if (/ie$/.test(base)) return `${base.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem}ing`;
}
