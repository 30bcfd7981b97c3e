import { AppError } from "../domain/errors.ts";

/** An ISO date as typed, checked; undefined stays so. Throws an AppError ("usage") that names the option and a good example. */
export function readIsoDate(typed: string | undefined, option: string): string | undefined {
  if (typed === undefined) return undefined;
  const date = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== typed) {
    throw new AppError(
      "usage",
      `${option} ${JSON.stringify(typed.slice(0, 40))} is no date: write it as YYYY-MM-DD, for instance 2022-09-08.`,
    );
  }
  return typed;
}
