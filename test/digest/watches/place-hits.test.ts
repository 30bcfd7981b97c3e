import { describe, expect, it } from "vitest";
import { afterQuiet, placeHits } from "../../../src/digest/watches/place-hits.ts";
import type { Slot } from "../../../src/domain/digests/digest.ts";
import type { NewHit, Watch, WatchHit } from "../../../src/domain/digests/watch.ts";

const NOW = Date.parse("2024-03-06T12:00:00Z");
const HOUR = 3_600_000;
const WATCH: Watch = {
  id: 1,
  workspaceId: "slack:T1",
  platform: "slack",
  channelId: "C1",
  words: "Lund meets Solberg",
  timeZone: "Europe/Oslo",
  isDirect: false,
  quiet: null,
  remindMs: null,
  createdBy: "U1",
  createdAtMs: NOW - 48 * HOUR,
  paused: null,
};
const HELD: NewHit = {
  watchId: 1,
  event: "held",
  sides: "anna lund|erik solberg",
  meetingId: "m1",
  dateStart: "2024-03-05",
  dateEnd: "2024-03-05",
  start: 0,
  end: 40,
};
const PLANNED: NewHit = { ...HELD, event: "planned", dateStart: "2024-03-20", dateEnd: "2024-03-20" };

function was(hit: Partial<NewHit>, atMs = NOW - HOUR): WatchHit {
  return { ...HELD, ...hit, articleId: "a0", atMs };
}

function slot(key: string, state: Slot["state"], atMs: number): Slot {
  const doneAtMs = state === "posted" ? atMs : null;
  return {
    id: 1,
    subscriptionId: 1,
    key,
    dueAtMs: atMs,
    state,
    coversUntilMs: null,
    reason: null,
    claim: 0,
    claimedAtMs: null,
    doneAtMs,
  };
}

function place(hits: NewHit[], { hits: told = [] as WatchHit[], slots = [] as Slot[], watch = WATCH, nowMs = NOW } = {}) {
  return placeHits(watch, hits, { past: { hits: told, slots }, at: { nowMs, articleId: "a1" } });
}

describe("what a watch tells", () => {
  it("tells a meeting at once, and none twice, whoever reports it", () => {
    expect(place([HELD]).map(({ slot: { dueAtMs } }) => dueAtMs)).toEqual([NOW]);
    expect(place([HELD], { hits: [was({})] })).toEqual([]);
    expect(place([{ ...HELD, meetingId: "m2", dateStart: "2024-03-06", dateEnd: "2024-03-06" }], { hits: [was({})] })).toEqual(
      [],
    );
    expect(place([{ ...HELD, meetingId: "m2", dateStart: null, dateEnd: null }], { hits: [was({})] })).toEqual([]);
    expect(place([{ ...HELD, meetingId: "m2", sides: "anna lund|erik solberg|ola berg" }], { hits: [was({})] })).toEqual([]);
  });

  it("tells the next meeting of the same two, and that of others", () => {
    expect(
      place([{ ...HELD, meetingId: "m2", dateStart: "2024-03-09", dateEnd: "2024-03-09" }], { hits: [was({})] }),
    ).toHaveLength(1);
    expect(place([{ ...HELD, meetingId: "m2", sides: "anna lund|ola berg" }], { hits: [was({})] })).toHaveLength(1);
  });

  it("tells a plan, that it was moved, that it was called off, and that it was held, each once", () => {
    expect(place([PLANNED]).map(({ event }) => event)).toEqual(["planned"]);
    const told = [was(PLANNED)];
    expect(place([PLANNED], { hits: told })).toEqual([]);
    const later = { ...PLANNED, dateStart: "2024-03-27", dateEnd: "2024-03-27" };
    expect(place([later], { hits: told }).map(({ event }) => event)).toEqual(["moved"]);
    expect(place([later], { hits: [...told, was({ ...later, event: "moved" })] })).toEqual([]);
    expect(place([{ ...PLANNED, event: "cancelled" }], { hits: told }).map(({ event }) => event)).toEqual(["cancelled"]);
    expect(place([{ ...PLANNED, event: "held" }], { hits: told }).map(({ event }) => event)).toEqual(["held"]);
  });

  it("tells of an article's quotations once, and of the same words elsewhere not again", () => {
    const said = {
      ...HELD,
      event: "said" as const,
      meetingId: null,
      dateStart: null,
      dateEnd: null,
      sides: "anna lund|fish stocks are low",
    };
    expect(place([said])).toHaveLength(1);
    expect(place([said], { hits: [was(said)] })).toEqual([]);
    expect(place([{ ...said, sides: "anna lund|we agreed" }], { hits: [{ ...was(said), articleId: "a1" }] })).toEqual([]);
  });

  it("gathers in the message that waits, and in one for all of an article", () => {
    expect(place([HELD], { slots: [slot("now:5", "waiting", NOW + 5)] })[0]?.slot).toEqual({ key: "now:5", dueAtMs: NOW + 5 });
    const two = place([HELD, { ...HELD, meetingId: "m2", sides: "anna lund|ola berg" }]);
    expect(new Set(two.map((each) => each.slot.key)).size).toBe(1);
  });

  it("waits after four messages within an hour, and never takes a key twice", () => {
    const slots = [10, 20, 30, 40].map((minutes) => slot(`now:${minutes}`, "posted", NOW - minutes * 60_000));
    expect(place([HELD], { slots: slots.slice(1) })[0]?.slot.dueAtMs).toBe(NOW);
    expect(place([HELD], { slots })[0]?.slot.dueAtMs).toBe(NOW + 20 * 60_000);
    expect(place([HELD], { slots: [slot(`now:${NOW}`, "claimed", NOW)] })[0]?.slot.key).toBe(`now:${NOW}:1`);
  });

  it("tells after quiet hours by the watch's zone, over midnight and in summer time", () => {
    const quiet = { fromMinute: 22 * 60, toMinute: 7 * 60 };
    const until = (at: string) => new Date(afterQuiet({ quiet, timeZone: "Europe/Oslo" }, Date.parse(at))).toISOString();
    expect(until("2024-03-06T20:59:00Z")).toBe("2024-03-06T20:59:00.000Z");
    expect(until("2024-03-06T21:00:00Z")).toBe("2024-03-07T06:00:00.000Z");
    expect(until("2024-03-30T23:30:00Z")).toBe("2024-03-31T05:00:00.000Z");
    expect(until("2024-03-07T06:00:00Z")).toBe("2024-03-07T06:00:00.000Z");
    const night = { quiet: { fromMinute: 22 * 60 + 30, toMinute: 2 * 60 + 30 }, timeZone: "Europe/Oslo" };
    const second = Date.parse("2024-10-27T01:15:00Z");
    expect(afterQuiet(night, second)).toBe(Date.parse("2024-10-27T01:30:00Z"));
    const noon = { fromMinute: 12 * 60, toMinute: 14 * 60 };
    expect(afterQuiet({ quiet: noon, timeZone: "UTC" }, NOW)).toBe(NOW + 2 * HOUR);
  });

  it("reminds of a plan with a day, the morning less the time that was asked for", () => {
    const watch = { ...WATCH, remindMs: 24 * HOUR };
    const [plan, reminder] = place([PLANNED], { watch });
    expect(plan?.event).toBe("planned");
    expect(reminder).toMatchObject({ event: "reminder", slot: { dueAtMs: Date.parse("2024-03-19T08:00:00Z") } });
    expect(reminder?.slot.key).not.toBe(plan?.slot.key);
    expect(place([{ ...PLANNED, dateEnd: "2024-03-31" }], { watch })).toHaveLength(1);
    expect(place([{ ...PLANNED, dateStart: "2024-03-07", dateEnd: "2024-03-07" }], { watch })).toHaveLength(1);
  });
});
