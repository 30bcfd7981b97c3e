import { OWN_THREAD } from "./thread-time.ts";

/** A task as a thread gets it. */
export interface Assigned<Task> {
  task: Task;
  /** Two elements: the second is 1 once a thread has taken the task on, and the first the number of that thread. */
  begun: Int32Array;
}

const [THREAD, HAS_BEGUN] = [0, 1];

/** What goes with a task before a thread has it. */
export function notBegun(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/** What a thread does first: its time begins. */
export function takeOn<Task>({ task, begun }: Assigned<Task>): Task {
  Atomics.store(begun, THREAD, OWN_THREAD);
  Atomics.store(begun, HAS_BEGUN, 1);
  return task;
}

/** The number of the thread that has taken the task on, 0 where it has none; null before that. */
export function takenOnBy(begun: Int32Array): number | null {
  return Atomics.load(begun, HAS_BEGUN) === 1 ? Atomics.load(begun, THREAD) : null;
}
