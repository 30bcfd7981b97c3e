import type { Acknowledgements } from "./take-turns.ts";

/** A place among what waits to be worked on. */
export interface Place {
  /** Works when it is this place's turn; resolves when that is done. */
  begin(work: () => Promise<void>): Promise<void>;
  /** Gives the place up. */
  leave(): void;
}

/** How much is worked on, and waits to be, for all workspaces of a process together. */
export interface Admission {
  /** Null where too much waits already: who asks is told so, and nothing else is done. */
  reserve(workspaceId: string): Place | null;
}

export interface AdmissionLimits {
  /** Some four seconds of one core's answers. */
  waiting: number;
  /** Answers wait for the platform, and some for a language model: others go on meanwhile. */
  running: number;
  /** Work that takes longer no longer counts as under way: an answer that never ends must not take a place for good. */
  longestMs: number;
}

export const ADMISSION_LIMITS: AdmissionLimits = { waiting: 400, running: 320, longestMs: 120_000 };
/**
 * A workspace may take up to three times what it leaves free: alone it gets three quarters, two crowds three sevenths each, and whoever
 * comes then still finds room (dynamic thresholds, Choudhury and Hahne 1998).
 */
const SHARE = 3;

interface Line {
  reserved: number;
  running: number;
  waiting: (() => Promise<void>)[];
}

/** What was acknowledged is worked on in turns: one workspace after another, each piece after all that is to be acknowledged. */
export function createAdmission(acknowledgements: Acknowledgements, limits: AdmissionLimits = ADMISSION_LIMITS): Admission {
  const lines = new Map<string, Line>();
  const total = { waiting: 0, running: 0 };
  let isPumping = false;

  function tidy(workspaceId: string, line: Line): void {
    if (line.reserved + line.running + line.waiting.length === 0) lines.delete(workspaceId);
  }

  async function pump(): Promise<void> {
    if (isPumping) return;
    isPumping = true;
    for (;;) {
      await acknowledgements.quiet();
      const next = nextLine(lines, limits.running - total.running);
      if (next === null) break;
      start(...next);
    }
    isPumping = false;
  }

  function start(workspaceId: string, line: Line): void {
    const work = line.waiting.shift();
    if (work === undefined) return;
    // Behind all others until its next turn.
    lines.delete(workspaceId);
    lines.set(workspaceId, line);
    line.running += 1;
    total.running += 1;
    total.waiting -= 1;
    let isOver = false;
    const over = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      line.running -= 1;
      total.running -= 1;
      tidy(workspaceId, line);
      void pump();
    };
    const timer = setTimeout(over, limits.longestMs);
    timer.unref();
    void work().finally(over);
  }

  return {
    reserve(workspaceId) {
      const line = lines.get(workspaceId) ?? { reserved: 0, running: 0, waiting: [] };
      if (line.reserved + line.waiting.length >= SHARE * (limits.waiting - total.waiting)) return null;
      lines.set(workspaceId, line);
      line.reserved += 1;
      total.waiting += 1;
      return {
        begin: (work) =>
          new Promise((resolve, reject) => {
            line.reserved -= 1;
            line.waiting.push(() => work().then(resolve, reject));
            void pump();
          }),
        leave() {
          line.reserved -= 1;
          total.waiting -= 1;
          tidy(workspaceId, line);
        },
      };
    },
  };
}

/** The first workspace, in the order of their turns, whose share of what is free is not used up. */
function nextLine(lines: Map<string, Line>, free: number): [string, Line] | null {
  for (const [workspaceId, line] of lines) if (line.waiting.length > 0 && line.running < SHARE * free) return [workspaceId, line];
  return null;
}
