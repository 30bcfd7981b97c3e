const MAX_TOPICS = 6;

/** Topics without repeats: what another one contains word for word is left out. */
export function distinctTopics(topics: string[]): string[] {
  const kept: string[] = [];
  for (const topic of topics) {
    const lower = topic.toLowerCase();
    if (!kept.some((other) => other.toLowerCase().includes(lower))) kept.push(topic);
    if (kept.length >= MAX_TOPICS) break;
  }
  return kept;
}
