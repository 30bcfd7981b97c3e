/** A task as a thread gets it. */
export interface Assigned<Task> {
  task: Task;
  /** One element, which the thread sets to 1 once it takes the task on. */
  begun: Int32Array;
}

/** What a thread does first: its time begins. */
export function takeOn<Task>({ task, begun }: Assigned<Task>): Task {
  Atomics.store(begun, 0, 1);
  return task;
}
