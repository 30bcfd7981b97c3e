import type { WorkSpans } from "../adapters/operations/span-work.ts";

/** Loaded where work is about to be done, and not for every command. */
export async function openSpans(): Promise<WorkSpans> {
  const [{ openTracer }, { createWorkSpans }] = await Promise.all([
    import("../adapters/operations/open-tracer.ts"),
    import("../adapters/operations/span-work.ts"),
  ]);
  return createWorkSpans(openTracer());
}
