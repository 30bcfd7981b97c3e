import { expect, it } from "vitest";
import {
  ADMISSION_LIMITS,
  type Admission,
  type AdmissionLimits,
  createAdmission,
} from "../../../src/adapters/chat/admit-work.ts";
import { createAcknowledgements } from "../../../src/adapters/chat/take-turns.ts";
import { until } from "../../servers/until.ts";

function admissionOf(limits: Partial<AdmissionLimits>): Admission {
  return createAdmission(createAcknowledgements(), { ...ADMISSION_LIMITS, ...limits });
}

/** How many places a workspace gets before it is turned away. */
function take(admission: Admission, workspaceId: string): number {
  let taken = 0;
  while (admission.reserve(workspaceId) !== null) taken += 1;
  return taken;
}

it("a workspace alone gets three quarters of the places, and leaves room for the next ones", () => {
  const admission = admissionOf({ waiting: 400 });
  expect(take(admission, "slack:A")).toBe(300);
  expect(take(admission, "slack:B")).toBe(75);
  expect(take(admission, "slack:C")).toBeGreaterThan(15);
});

it("a place that is given up, or worked off, is there again", async () => {
  const admission = admissionOf({ waiting: 4 });
  const places = [1, 2, 3].map(() => admission.reserve("slack:A"));
  expect(admission.reserve("slack:A")).toBeNull();
  places[0]?.leave();
  expect(admission.reserve("slack:A")).not.toBeNull();
  await places[1]?.begin(async () => undefined);
  expect(admission.reserve("slack:A")).not.toBeNull();
});

it("workspaces take turns, however much one of them has waiting", async () => {
  const admission = admissionOf({});
  const begun: string[] = [];
  const work = (name: string) => async () => void begun.push(name);
  const all = ["A1", "A2", "A3", "B1", "B2"].map((name) => admission.reserve(name.slice(0, 1))?.begin(work(name)));
  await Promise.all(all);
  expect(begun).toEqual(["A1", "B1", "A2", "B2", "A3"]);
});

it("only so much is under way at once, and a workspace's answers that never end leave room for others'", async () => {
  const admission = admissionOf({ running: 8, longestMs: 60_000 });
  const begun: string[] = [];
  const endless = (name: string) => () => {
    begun.push(name);
    return new Promise<void>(() => undefined);
  };
  for (let n = 0; n < 20; n += 1) void admission.reserve("A")?.begin(endless("A"));
  await until(() => expect(begun).toHaveLength(6));
  await admission.reserve("B")?.begin(async () => void begun.push("B"));
  expect(begun).toEqual(["A", "A", "A", "A", "A", "A", "B"]);
});

it("work that takes too long no longer holds a place", async () => {
  const admission = admissionOf({ running: 2, longestMs: 5 });
  let begun = 0;
  const endless = () => {
    begun += 1;
    return new Promise<void>(() => undefined);
  };
  for (let n = 0; n < 6; n += 1) void admission.reserve("A")?.begin(endless);
  await until(() => expect(begun).toBe(6));
});

it("nothing begins while more comes in or is being acknowledged", async () => {
  const acknowledgements = createAcknowledgements(60_000);
  const admission = createAdmission(acknowledgements);
  const events: string[] = [];
  const place = admission.reserve("A");
  const done = place?.begin(async () => void events.push("worked"));
  for (let n = 0; n < 20; n += 1) {
    acknowledgements.arrived();
    await new Promise((resolve) => setImmediate(resolve));
    events.push("arrived");
  }
  await done;
  expect(events.indexOf("worked")).toBe(20);
});
