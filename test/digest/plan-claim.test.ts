import { describe, expect, it } from "vitest";
import { planClaim, planMove } from "../../src/digest/plan-claim.ts";
import type { Slot, Subscription } from "../../src/domain/digests/digest.ts";

const DAILY: Subscription = {
  id: 1,
  workspaceId: "slack:T1",
  platform: "slack",
  channelId: "C1",
  topics: ["quad"],
  minuteOfDay: 480,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  timeZone: "Europe/Berlin",
  whenEmpty: "line",
  language: "en",
  createdBy: null,
  createdAtMs: 0,
  told: {},
  paused: null,
};

function slot(key: string, due: string, over: Partial<Slot> = {}): Slot {
  return {
    id: 1,
    subscriptionId: 1,
    key,
    dueAtMs: Date.parse(due),
    state: "waiting",
    coversUntilMs: null,
    reason: null,
    claim: 0,
    claimedAtMs: null,
    doneAtMs: null,
    ...over,
  };
}

describe("planClaim", () => {
  const monday = slot("2026-03-02", "2026-03-02T07:00:00Z");

  it("plans the next one, and has nothing to say, where it is on time", () => {
    expect(planClaim(DAILY, monday, Date.parse("2026-03-02T07:00:41Z"))).toEqual({
      coversUntilMs: null,
      reason: null,
      next: { key: "2026-03-03", dueAtMs: Date.parse("2026-03-03T07:00:00Z") },
    });
  });

  it("says that it is late", () => {
    const plan = planClaim(DAILY, monday, Date.parse("2026-03-02T10:05:00Z"));
    expect(plan.reason).toContain("due on Monday 2 March 2026, 08:00 (Europe/Berlin) and is 3 h 5 min late");
    expect(plan.coversUntilMs).toBeNull();
  });

  it("makes one catch-up of all that were missed, over a change of the clock too, and says which", () => {
    const plan = planClaim(DAILY, slot("2026-03-27", "2026-03-27T07:00:00Z"), Date.parse("2026-03-30T07:00:00Z"));
    expect(plan).toMatchObject({
      coversUntilMs: Date.parse("2026-03-30T06:00:00Z"),
      next: { key: "2026-03-31", dueAtMs: Date.parse("2026-03-31T06:00:00Z") },
    });
    expect(plan.reason).toContain(
      "4 digests due from Friday 27 March 2026, 08:00 (Europe/Berlin) to Monday 30 March 2026, 08:00 (Europe/Berlin)",
    );
  });

  it("leaves the schedule alone where somebody asked for one", () => {
    const asked = slot("now:1", "2026-03-02T07:00:00Z");
    expect(planClaim(DAILY, asked, Date.parse("2026-04-02T07:00:00Z"))).toEqual({
      coversUntilMs: null,
      reason: null,
      next: null,
    });
  });
});

describe("planMove", () => {
  it("leaves a slot where it stands right, or is due already", () => {
    const waiting = slot("2026-03-02", "2026-03-02T07:00:00Z");
    expect(planMove({ subscription: DAILY, waiting, newest: null }, Date.parse("2026-03-01T00:00:00Z"))).toBeNull();
    const early = slot("2026-03-02", "2026-03-02T06:00:00Z");
    expect(planMove({ subscription: DAILY, waiting: early, newest: null }, Date.parse("2026-03-02T06:30:00Z"))).toBeNull();
  });

  it("follows the new rules of a zone, and stays the digest of its date", () => {
    const waiting = slot("2026-03-02", "2026-03-02T06:00:00Z");
    expect(planMove({ subscription: DAILY, waiting, newest: null }, Date.parse("2026-03-01T00:00:00Z"))?.to).toEqual({
      key: "2026-03-02",
      dueAtMs: Date.parse("2026-03-02T07:00:00Z"),
    });
  });

  it("brings back what a clock that ran ahead has put off, but nothing that was posted", () => {
    const newest = slot("2026-03-03", "2026-03-03T07:00:00Z", {
      state: "posted",
      coversUntilMs: Date.parse("2027-03-02T07:00:00Z"),
    });
    const waiting = slot("2027-03-03", "2027-03-03T07:00:00Z");
    expect(planMove({ subscription: DAILY, waiting, newest }, Date.parse("2026-03-02T09:00:00Z"))).toEqual({
      to: { key: "2026-03-04", dueAtMs: Date.parse("2026-03-04T07:00:00Z") },
      coversUntilMs: null,
    });
    expect(planMove({ subscription: DAILY, waiting, newest }, Date.parse("2026-03-08T09:00:00Z"))).toEqual({
      to: { key: "2026-03-09", dueAtMs: Date.parse("2026-03-09T07:00:00Z") },
      coversUntilMs: Date.parse("2026-03-08T07:00:00Z"),
    });
  });
});
