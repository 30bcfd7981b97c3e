/** Runs work, and says that it is under way if it takes longer than `afterMs`. What it says must not fail the work. */
export async function withNotice<T>(work: Promise<T>, afterMs: number, say: () => Promise<void>): Promise<T> {
  const timer = setTimeout(() => void say(), afterMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
