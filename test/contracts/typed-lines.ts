import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Intent } from "../../src/domain/chat/intent.ts";
import { until } from "../servers/until.ts";
import { understood } from "./understood.ts";

/** A line as somebody types it, and how every front understands it on Sunday, 29 November 2026. */
export interface TypedLine {
  typed: string;
  understood: string;
}

/** What a front handed on: commands, and questions that are no command, each in their order. */
export interface Heard {
  commands: Intent[];
  questions: Intent[];
}

export interface TypedFront {
  /** Hands a line over the way a person does. False where it cannot be typed there. */
  type(line: string): Promise<boolean>;
  heard(): Heard;
  stop(): Promise<void>;
}

/** A formatter may fill the cells up with spaces. */
const ROW = /^\| `([^`]*)` +\| (\S(?:.*\S)?) +\|$/;

/** The tables of docs/typing.md: those of commands with their slash, and that of lines without one. */
export function typedLines(): { withSlash: TypedLine[]; without: TypedLine[] } {
  const page = readFileSync(new URL("../../docs/typing.md", import.meta.url), "utf8");
  const rows = page.split("\n").flatMap((line): TypedLine[] => {
    const [, typed, meaning] = ROW.exec(line)?.map((cell) => cell.replaceAll("\\|", "|")) ?? [];
    return typed === undefined || meaning === undefined || typed.startsWith("--") ? [] : [{ typed, understood: meaning }];
  });
  return {
    withSlash: rows.filter(({ typed }) => typed.startsWith("/")),
    without: rows.filter(({ typed }) => !typed.startsWith("/")),
  };
}

/** A line is handed to every front; a table takes as long as the slowest machine needs for so many messages. */
const TABLE_TIMEOUT_MS = 120_000;

/** Runs lines through a front; `least` of them can be typed there. */
export function describeTyped(
  name: string,
  lines: readonly TypedLine[],
  how: { least: number; start: () => Promise<TypedFront> },
): void {
  describe(`lines typed ${name}`, () => {
    let front: TypedFront | null = null;
    afterEach(async () => {
      await front?.stop();
      front = null;
    });

    it(
      "are understood as the documentation says",
      async () => {
        front = await how.start();
        const { type, heard } = front;
        const [expected, got]: [string[], string[]] = [[], []];
        for (const line of lines) {
          const before = { commands: [...heard().commands], questions: [...heard().questions] };
          const heardSince = () => [
            ...heard().commands.slice(before.commands.length),
            ...heard().questions.slice(before.questions.length),
          ];
          if (!(await type(line.typed))) continue;
          await until(() => expect(heardSince(), line.typed).not.toEqual([]));
          expected.push(`${line.typed} | ${line.understood}`);
          got.push(`${line.typed} | ${heardSince().map(understood).join(" + ")}`);
        }
        expect(got).toEqual(expected);
        expect(got.length).toBeGreaterThanOrEqual(how.least);
      },
      TABLE_TIMEOUT_MS,
    );
  });
}
