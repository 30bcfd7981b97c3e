import { conjunctsOf, obliquesOf } from "../../extract/clauses/clause-roles.ts";
import { CHANGES, DEEDS, LIGHT_VERBS } from "../../extract/en/alignment/alignment-words.ts";
import type { Claim, Part } from "./claim.ts";
import { keysAt, lowerOf } from "./line.ts";
import { keyOfBase } from "./word-key.ts";

const LIGHT_KEYS = new Set([...LIGHT_VERBS].map(keyOfBase));

/** A claim, and the same by a plainer verb where it has one. */
export function plainForms(claim: Claim): Claim[] {
  return [claim, ...asDeed(claim), ...asChange(claim)];
}

/** "Gave a loan of 5 million" is "lent 5 million". */
function asDeed(claim: Claim): Claim[] {
  const { line, token, parts } = claim;
  if (!claim.keys.some((key) => LIGHT_KEYS.has(key))) return [];
  return parts
    .filter((part) => part.role === "object")
    .flatMap((part) => {
      const noun = lowerOf(line, part.token);
      const deed = DEEDS.get(noun) ?? DEEDS.get(noun.replace(/s$/, ""));
      if (deed === undefined) return [];
      const inner = obliquesOf(line.clauses, part.token, line.model.tokens).map(({ by, token: at }): Part => {
        return { role: by === "of" ? "object" : `p:${by ?? ""}`, token: at };
      });
      const others = parts
        .filter((each) => each !== part)
        .map((each) => (each.role === "object" ? { ...each, role: "p:to" } : each));
      return [{ ...claim, keys: [keyOfBase(deed)], parts: [...others, ...inner], taken: [...claim.taken, token, part.token] }];
    });
}

/** "The decline of exports was 4 per cent" is "exports fell by 4 per cent". */
function asChange(claim: Claim): Claim[] {
  const { line, token } = claim;
  const subject = claim.parts.find((part) => part.role === "actor");
  if (subject === undefined || !CHANGES.has(lowerOf(line, subject.token))) return [];
  const whose = obliquesOf(line.clauses, subject.token, line.model.tokens)
    .filter(({ by }) => by === "of" || by === "in")
    .flatMap((each) => conjunctsOf(line.clauses, each.token))
    .map((at): Part => ({ role: "actor", token: at }));
  const others = claim.parts.filter((part) => part !== subject);
  const parts = [...whose, { role: "p:by", token }, ...others];
  return [{ ...claim, keys: keysAt(line, subject.token), parts, taken: [...claim.taken, subject.token] }];
}
