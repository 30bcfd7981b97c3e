import type { Features } from "./features.ts";
import type { ParserState } from "./parser-state.ts";

const FAR = 6;

/** The features of the relation between a word and its head: both, how far apart they are, and what stands beside and hangs on them. */
export function relationFeatures(state: ParserState, dependent: number, features: Features): void {
  const { norm, suffix, shape, tag, none, length } = state.words;
  const head = state.head[dependent] as number;
  const direction = head > dependent ? 1 : 2;
  const near = direction * FAR * 2 + Math.min(Math.abs(head - dependent), FAR);
  const before = dependent > 0 ? dependent - 1 : none;
  const after = dependent + 1 < length ? dependent + 1 : none;
  const beforeHead = head > 0 && head < length ? head - 1 : none;
  const afterHead = head + 1 < length ? head + 1 : none;
  const left = state.left[dependent] as number;
  const right = state.right[dependent] as number;
  const h = norm[head] as number;
  const ht = tag[head] as number;
  const d = norm[dependent] as number;
  const dt = tag[dependent] as number;
  const dtd = dt * 4 + direction;
  features.clear();
  features.add(h, direction);
  features.add(ht, direction);
  features.add(d, direction);
  features.add(dt, direction);
  features.add(ht, dt, direction);
  features.add(h, dt, direction);
  features.add(ht, d, direction);
  features.add(h, d, direction);
  features.add(ht, dt, near);
  features.add(norm[before] as number, dt, direction);
  features.add(tag[before] as number, dt, ht);
  features.add(tag[after] as number, dt, ht);
  features.add(norm[left] as number, dt, direction);
  features.add(tag[left] as number, dt, ht);
  features.add(norm[right] as number, dt, direction);
  features.add(tag[right] as number, dt, ht);
  features.add(norm[state.left[head] as number] as number, dt, direction);
  features.add(suffix[dependent] as number, ht, direction);
  features.add(suffix[head] as number, dt, direction);
  features.add(tag[beforeHead] as number, ht, dtd);
  features.add(tag[afterHead] as number, ht, dtd);
  features.add(norm[left] as number, h, direction);
  features.add(shape[dependent] as number, dt, direction);
  features.add(norm[after] as number, dt, direction);
  features.add(norm[left] as number, d, ht);
  features.add(norm[state.right[head] as number] as number, ht, dtd);
  features.add(direction);
}
