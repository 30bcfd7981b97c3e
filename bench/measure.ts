/** Milliseconds that some work took. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds that some work took, and those that processors spent on it in this process: the latter hardly depend on what else the machine does. */
export async function worked(work: () => unknown): Promise<{ ms: number; processorMs: number }> {
  const before = process.cpuUsage();
  const ms = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1000 };
}

/** The value below which a share of the values lies: 0.95 for p95. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

const lines: string[] = [];

/** One line: the figure, the floor beside it and the ratio of the two. */
export function report(name: string, measured: { figure: string; floor: string; ratio: number }): void {
  const line = `${name.padEnd(46)} ${measured.figure.padStart(12)}   floor ${measured.floor.padStart(12)}   ratio ${measured.ratio.toFixed(2)}`;
  lines.push(line);
  console.log(line);
}

/** All lines so far. */
export function reported(): readonly string[] {
  return lines;
}
