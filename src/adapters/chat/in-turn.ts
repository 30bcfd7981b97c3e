/**
 * Runs work for one key after another, for different keys side by side. Slack takes about one message a second for each channel
 * (docs.slack.dev/apis/web-api/rate-limits): in turn, only the first in line meets the limit, and no answer overtakes another.
 */
export function createInTurn(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return mine;
  };
}
