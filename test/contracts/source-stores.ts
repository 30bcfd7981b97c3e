import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FeedItem, NewSource, Source } from "../../src/domain/sources/source.ts";
import type { FinishedPoll, SourceClaims, SourceStores, WaitingItem } from "../../src/domain/sources/source-store.ts";
import type { RetentionStore } from "../../src/domain/workspace/store-state.ts";

export interface SourceStoresUnderTest {
  followed: SourceStores;
  retention: RetentionStore;
  close(): Promise<void>;
}

const NOW = Date.parse("2026-03-02T08:00:00Z");
const HOUR = 3_600_000;
const GIVEN: NewSource = {
  workspaceId: "slack:T1",
  url: "https://a.example/feed",
  kind: "feed",
  title: null,
  addedBy: "U1",
  addedIn: { platform: "slack", channelId: "C1" },
  atMs: NOW,
};
const DUE = { nowMs: NOW, afterId: 0, limit: 10, workspaceId: null, isForced: false };
const LEASE = { nowMs: NOW, leaseUntilMs: NOW + HOUR };

/** What every implementation of the sources' side of the store owes to those who poll. */
export function describeSourceStores(name: string, open: () => Promise<SourceStoresUnderTest>): void {
  describe(`the sources on ${name}`, () => {
    let under: SourceStoresUnderTest;
    let stores: SourceStores;
    let source: Source;

    beforeEach(async () => {
      under = await open();
      stores = under.followed;
      const added = await stores.sources.add(GIVEN);
      if (added === null) throw new Error("The source was not added.");
      source = added;
    });

    afterEach(() => under.close());

    /** Entries as they are shown to whoever reads them. */
    const waiting = async (query: Parameters<SourceClaims["waitingEntries"]>[0]): Promise<WaitingItem[]> => {
      const ids = await stores.claims.waitingEntries(query);
      const shown = ids.map((id) => stores.claims.claimEntry(id, { nowMs: query.nowMs, leaseUntilMs: query.nowMs }));
      return (await Promise.all(shown)).flatMap((entry) => entry ?? []);
    };
    const item = (guid: string): FeedItem => ({
      guid,
      url: `https://a.example/${guid}`,
      title: `On ${guid} \u0000`,
      html: "<p>Text</p>",
      publishedAt: null,
      author: null,
      publisher: null,
      language: null,
    });
    const finished = (given: Partial<FinishedPoll>): FinishedPoll => ({
      sourceId: source.id,
      poll: { atMs: NOW, outcome: "read", reason: null, seen: 2, kept: 2, updated: 0, dropped: { empty: 1 } },
      items: ["one", "two"].map((key) => ({
        key,
        fingerprint: `f-${key}`,
        url: null,
        title: key,
        outcome: "waiting",
        reason: null,
        item: item(key),
      })),
      listed: null,
      title: "The Feed",
      nextPollAtMs: NOW + HOUR,
      intervalMs: HOUR,
      bodyHash: "b",
      etag: '"e"',
      lastModified: null,
      failure: null,
      ...given,
    });

    it("follow an address once in each workspace, and give it to one of those who poll at once", async () => {
      expect(await stores.sources.add(GIVEN)).toBeNull();
      expect(await stores.sources.add({ ...GIVEN, workspaceId: "slack:T2" })).not.toBeNull();
      expect(await stores.sources.list("slack:T1")).toHaveLength(1);
      const due = await stores.claims.dueSources(DUE);
      expect(due).toHaveLength(2);
      const claims = [...due, ...due, ...due].map(({ id }) => stores.claims.claimSource(id, LEASE));
      const workspaces = (await Promise.all(claims)).flatMap((claimed) => claimed?.workspaceId ?? []);
      expect(workspaces.sort()).toEqual(["slack:T1", "slack:T2"]);
      expect(await stores.claims.dueSources({ ...DUE, nowMs: NOW + 2 * HOUR })).toHaveLength(2);
    });

    it("list all of a workspace, due or not, and give each as it was listed to one", async () => {
      await stores.sources.add({ ...GIVEN, workspaceId: "slack:T2" });
      await stores.polls.finish(finished({ items: [] }));
      const every = { ...DUE, workspaceId: "slack:T1", isForced: true };
      expect(await stores.claims.dueSources({ ...every, isForced: false })).toEqual([]);
      const [listed] = await stores.claims.dueSources(every);
      expect(listed).toEqual({ id: source.id, url: GIVEN.url, nextPollAtMs: NOW + HOUR });
      expect(await stores.claims.dueSources({ ...every, afterId: source.id })).toEqual([]);
      expect(await stores.claims.claimSource(source.id, LEASE)).toBeNull();
      const lease = { nowMs: NOW, leaseUntilMs: NOW + 2 * HOUR, listedAs: listed };
      const claims = await Promise.all([1, 2, 3].map(() => stores.claims.claimSource(source.id, lease)));
      expect(claims.filter((claim) => claim !== null)).toMatchObject([{ id: source.id, nextPollAtMs: NOW + HOUR }]);
      // What came to an end since it was listed is not done twice.
      await stores.polls.finish(finished({ items: [], nextPollAtMs: NOW + 3 * HOUR }));
      expect(await stores.claims.claimSource(source.id, lease)).toBeNull();
    });

    it("show those that fail first, a page at a time, and count them all", async () => {
      const ids = [source.id];
      for (let at = 0; at < 4; at++)
        ids.push((await stores.sources.add({ ...GIVEN, url: `https://a.example/${at}` }))?.id ?? expect.fail("Not added."));
      const failure = { count: 1, sinceMs: NOW, reason: "It is down.", isTold: false };
      await stores.polls.finish(finished({ sourceId: ids[3] ?? 0, failure }));
      await stores.polls.finish(finished({ sourceId: ids[1] ?? 0, failure: { ...failure, sinceMs: NOW + 1 } }));
      const pages = [0, 2, 4].map((offset) => stores.sources.page("slack:T1", { limit: 2, offset }));
      const shown = (await Promise.all(pages)).map((page) => page.map(({ id }) => ids.indexOf(id)));
      expect(shown).toEqual([[3, 1], [0, 2], [4]]);
      expect(await stores.sources.counts("slack:T1")).toEqual({ all: 5, failing: 2 });
      expect(await stores.sources.counts("slack:T2")).toEqual({ all: 0, failing: 0 });
    });

    it("know an entry while its feed shows it and for a time after, however long ago it was read", async () => {
      const sweep = (beforeMs: number) => under.retention.sweep("entries", { beforeMs, limit: 10 });
      const isKnown = async () => [...(await stores.polls.known(source.id, ["one", "two"])).keys()].sort();
      const look = (listed: string[] | null, atMs: number) => {
        const { poll } = finished({});
        return stores.polls.finish(finished({ poll: { ...poll, atMs }, items: [], listed }));
      };
      await stores.polls.finish(finished({ listed: ["one", "two"] }));
      const query = { nowMs: NOW, workspaceId: null, perSource: 9, limit: 9 };
      const [one, two] = await waiting(query);
      if (one === undefined || two === undefined) throw new Error("Nothing waits.");
      await stores.items.settle(one, { outcome: "kept", reason: null, url: null, barrier: null, again: null }, NOW);
      await look(null, NOW + 1);
      expect(await sweep(NOW + 1000 * HOUR)).toBe(0);
      // One is gone, and the other waits to be read yet.
      await look([], NOW + HOUR);
      expect(await sweep(NOW + HOUR)).toBe(0);
      await look(["one"], NOW + 2 * HOUR);
      expect(await sweep(NOW + 1000 * HOUR)).toBe(0);
      await look(["other"], NOW + 3 * HOUR);
      await look(["other"], NOW + 4 * HOUR);
      expect(await sweep(NOW + 3 * HOUR)).toBe(0);
      expect(await sweep(NOW + 3 * HOUR + 1)).toBe(1);
      expect(await isKnown()).toEqual(["two"]);
      await stores.items.settle(two, { outcome: "dropped", reason: "too old", barrier: null }, NOW);
      expect(await sweep(NOW + 3 * HOUR + 1)).toBe(1);
    });

    it("give an entry that is kept once more when its time has come, held by one who reads it", async () => {
      await stores.polls.finish(finished({}));
      const query = { nowMs: NOW, workspaceId: null, perSource: 1, limit: 1 };
      const [first] = await waiting(query);
      if (first === undefined) throw new Error("Nothing waits.");
      const again = { dueAtMs: NOW + HOUR, missing: 1 };
      await stores.items.settle(
        first,
        { outcome: "kept", reason: null, url: "https://a.example/one", barrier: null, again },
        NOW,
      );
      expect(await stores.items.missing(source.id)).toBe(1);
      expect(await stores.items.missing(source.id + 1)).toBe(0);
      expect(await stores.claims.waitingEntries({ nowMs: NOW, workspaceId: null, perSource: 9, limit: 9 })).not.toContain(
        first.id,
      );
      expect(await stores.claims.claimEntry(first.id, { nowMs: NOW, leaseUntilMs: NOW + HOUR })).toBeNull();
      const later = NOW + 2 * HOUR;
      expect(await stores.claims.waitingEntries({ nowMs: later, workspaceId: null, perSource: 9, limit: 9 })).toContain(first.id);
      const lease = { nowMs: later, leaseUntilMs: later + HOUR };
      const held = await stores.claims.claimEntry(first.id, lease);
      expect(held).toMatchObject({ url: "https://a.example/one", item: { guid: "one" }, again: { missing: 1 } });
      expect(await stores.claims.claimEntry(first.id, lease)).toBeNull();
      await stores.claims.releaseEntry(first.id, lease.leaseUntilMs);
      const taken = await stores.claims.claimEntry(first.id, { ...lease, leaseUntilMs: later });
      if (taken === null) throw new Error("Nobody holds it.");
      await stores.items.settle(taken, { outcome: "kept", reason: null, url: taken.url, barrier: null, again: null }, later);
      expect(await stores.items.missing(source.id)).toBe(0);
      expect(
        await stores.claims.waitingEntries({ nowMs: later + 99 * HOUR, workspaceId: null, perSource: 9, limit: 9 }),
      ).not.toContain(first.id);
    });

    it("keep what a poll brought, so much of each source at a time, until it is settled", async () => {
      await stores.polls.finish(finished({}));
      expect((await stores.polls.known(source.id, ["one", "three"])).get("one")?.fingerprint).toBe("f-one");
      const query = { nowMs: NOW, workspaceId: "slack:T1", perSource: 1, limit: 10 };
      const [first] = await waiting(query);
      expect(first).toMatchObject({ key: "one", sourceTitle: "The Feed", item: { guid: "one" }, tries: 0 });
      expect(await waiting({ ...query, workspaceId: "slack:T2" })).toEqual([]);
      await stores.items.settle(
        { id: first?.id ?? 0, sourceId: source.id, fingerprint: "f-one", again: null },
        { outcome: "kept", reason: null, url: "https://a.example/one", barrier: null, again: null },
        NOW,
      );
      const [second] = await waiting({ ...query, workspaceId: null });
      expect(second?.key).toBe("two");
      await stores.items.settle(
        { id: second?.id ?? 0, sourceId: source.id, fingerprint: "f-two", again: null },
        { outcome: "waiting", reason: "Later.", dueAtMs: NOW + HOUR },
        NOW,
      );
      expect(await waiting(query)).toEqual([]);
      expect((await waiting({ ...query, nowMs: NOW + HOUR }))[0]?.tries).toBe(1);
      const history = await stores.sources.history(source.id, 5);
      expect(history.counts).toMatchObject({ kept: 1, waiting: 1 });
      const shown = { title: "two", url: "https://a.example/two", outcome: "waiting", reason: "Later.", seenAtMs: NOW };
      expect(history.items).toEqual([shown, expect.objectContaining({ url: "https://a.example/one", outcome: "kept" })]);
      expect(history.polls[0]).toMatchObject({ outcome: "read", seen: 2, dropped: { empty: 1 } });
    });

    it("show entries however many are asked for at once", async () => {
      const [first] = finished({}).items;
      if (first === undefined) throw new Error("There is no entry.");
      // More than a statement takes parameters.
      const items = Array.from({ length: 1200 }, (_, at) => ({ ...first, key: `k${at}` }));
      await stores.polls.finish(finished({ items }));
      const entries = await waiting({ nowMs: NOW, workspaceId: null, perSource: 2000, limit: 2000 });
      expect(new Set(entries.map(({ key }) => key)).size).toBe(items.length);
    });

    it("write polls that end together down each whole, in their order, whatever became of the others", async () => {
      const other = await stores.sources.add({ ...GIVEN, url: "https://b.example/feed" });
      const removed = await stores.sources.add({ ...GIVEN, url: "https://c.example/feed" });
      if (other === null || removed === null) throw new Error("A source was not added.");
      await stores.sources.remove(removed.id);
      const later = finished({
        title: "Later",
        nextPollAtMs: NOW + 2 * HOUR,
        failure: { count: 1, sinceMs: NOW, reason: "Gone.", isTold: false },
      });
      // No time is at this number: what cannot be written fails alone.
      const broken = { ...finished({}).poll, atMs: Number.NaN };
      const settled = await Promise.allSettled([
        stores.polls.finish(finished({})),
        stores.polls.finish(finished({ sourceId: other.id, title: "Other", etag: null })),
        stores.polls.finish(finished({ sourceId: removed.id })),
        stores.polls.finish(finished({ sourceId: other.id, title: "Never", poll: broken })),
        stores.polls.finish({
          ...later,
          items: later.items.map((each) => ({ ...each, fingerprint: "g", outcome: "dropped", item: null })),
        }),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "fulfilled"]);
      expect(await stores.sources.list("slack:T1")).toMatchObject([
        { id: source.id, title: "Later", nextPollAtMs: NOW + 2 * HOUR, failure: { sinceMs: NOW, isTold: false }, etag: '"e"' },
        { id: other.id, title: "Other", nextPollAtMs: NOW + HOUR, intervalMs: HOUR, failure: null, etag: null, bodyHash: "b" },
      ]);
      const looks = await Promise.all([source, other, removed].map(({ id }) => stores.polls.known(id, ["one", "two"])));
      expect(looks.map((known) => known.get("two")?.fingerprint)).toEqual(["g", "f-two", undefined]);
      expect((await stores.sources.history(source.id, 5)).counts).toEqual({ waiting: 0, kept: 0, dropped: 2 });
      const { polls } = await stores.sources.history(other.id, 5);
      expect(polls).toEqual([finished({}).poll]);
      const entries = await waiting({ nowMs: NOW, workspaceId: "slack:T1", perSource: 5, limit: 10 });
      expect(entries.map((each) => [each.sourceId, each.key])).toEqual([
        [other.id, "one"],
        [other.id, "two"],
      ]);
      expect(entries[0]?.item).toEqual({ ...item("one"), title: "On one \ufffd" });
    });

    it("know an entry again whose key holds what a database cannot, and keep the last fifty polls", async () => {
      const [first] = finished({}).items;
      if (first === undefined) throw new Error("There is no entry.");
      const odd = ["\u0000", "\ud800", "a 'quoted' \"key\" \\u0000"];
      await stores.polls.finish(finished({ items: odd.map((key) => ({ ...first, key })) }));
      const known = await stores.polls.known(source.id, odd);
      expect([...known.keys()].sort()).toEqual([...odd].sort());
      for (let poll = 0; poll < 55; poll++) await stores.polls.finish(finished({ items: [] }));
      expect((await stores.sources.history(source.id, 100)).polls).toHaveLength(50);
    });

    it("give a due source to one of those who ask for it, until its lease ends or it is given back", async () => {
      const due = async (given: Partial<typeof DUE> = {}) =>
        (await stores.claims.dueSources({ ...DUE, ...given })).map(({ id }) => id);
      const lease = LEASE;
      expect(await due({ nowMs: NOW - 1 })).toEqual([]);
      expect(await due()).toEqual([source.id]);
      expect(await due({ afterId: source.id })).toEqual([]);
      const claims = await Promise.all([1, 2, 3].map(() => stores.claims.claimSource(source.id, lease)));
      expect(claims.filter((claim) => claim !== null)).toEqual([source]);
      expect(await due()).toEqual([]);
      expect(await stores.claims.nextAtMs("sources", NOW)).toBe(lease.leaseUntilMs);
      expect(await stores.claims.nextAtMs("sources", lease.leaseUntilMs)).toBeNull();
      await stores.claims.releaseSource(source, NOW);
      expect(await due()).toEqual([]);
      await stores.claims.releaseSource(source, lease.leaseUntilMs);
      expect(await stores.claims.claimSource(source.id, lease)).toEqual(source);
      expect(await due({ nowMs: NOW + HOUR })).toEqual([source.id]);
    });

    it("give an entry that waits to one of those who ask for it, or only show it", async () => {
      await stores.polls.finish(finished({}));
      const query = { nowMs: NOW, workspaceId: null, perSource: 20, limit: 10 };
      const [one = 0, two = 0, ...others] = await stores.claims.waitingEntries(query);
      expect(others).toEqual([]);
      expect(await stores.claims.waitingEntries({ ...query, perSource: 1 })).toEqual([one]);
      const lease = { nowMs: NOW, leaseUntilMs: NOW + HOUR };
      const claims = await Promise.all([1, 2, 3].map(() => stores.claims.claimEntry(one, lease)));
      expect(claims.filter((claim) => claim !== null)).toMatchObject([{ id: one, key: "one", sourceTitle: "The Feed" }]);
      expect(await stores.claims.waitingEntries(query)).toEqual([two]);
      expect(await stores.claims.nextAtMs("entries", NOW)).toBe(lease.leaseUntilMs);
      await stores.claims.releaseEntry(one, lease.leaseUntilMs);
      expect(await stores.claims.waitingEntries(query)).toEqual([one, two]);
      expect(await stores.claims.claimEntry(two, { nowMs: NOW, leaseUntilMs: NOW })).toMatchObject({ key: "two" });
      expect(await stores.claims.waitingEntries(query)).toEqual([one, two]);
      await stores.items.settle(
        { id: two, sourceId: source.id, fingerprint: "f-two", again: null },
        { outcome: "kept", reason: null, url: null, barrier: null, again: null },
        NOW,
      );
      // Whoever comes late does not bring back what was settled.
      await stores.items.settle(
        { id: two, sourceId: source.id, fingerprint: "f-two", again: null },
        { outcome: "waiting", reason: "Later.", dueAtMs: NOW },
        NOW,
      );
      expect(await stores.claims.claimEntry(two, { nowMs: NOW, leaseUntilMs: NOW })).toBeNull();
      expect(await stores.claims.waitingEntries(query)).toEqual([one]);
    });

    it("count the entries in a row that came without their text, until one comes with it", async () => {
      await stores.polls.finish(finished({}));
      const [one, two] = await waiting({ nowMs: NOW, workspaceId: null, perSource: 9, limit: 9 });
      if (one === undefined || two === undefined) throw new Error("Nothing waits.");
      const barOf = async () => (await stores.sources.list("slack:T1"))[0]?.bar;
      expect(await barOf()).toBeNull();
      const barred = (barrier: string) => ({ outcome: "kept" as const, reason: barrier, url: null, barrier, again: null });
      await stores.items.settle(one, barred("It is for subscribers."), NOW);
      await stores.items.settle(two, { outcome: "waiting", reason: "Later.", dueAtMs: NOW }, NOW + HOUR);
      await stores.items.settle(
        two,
        { outcome: "dropped", reason: "It checks for bots.", barrier: "It checks for bots." },
        NOW + HOUR,
      );
      expect(await barOf()).toEqual({ entries: 2, sinceMs: NOW, reason: "It checks for bots." });
      // What a poll writes down does not touch it.
      await stores.polls.finish(finished({}));
      expect(await barOf()).toMatchObject({ entries: 2 });
      await stores.items.settle(one, { outcome: "kept", reason: null, url: null, barrier: null, again: null }, NOW + HOUR);
      expect(await barOf()).toBeNull();
    });

    it("have an entry that changes while it is read wait on with what it brings now", async () => {
      await stores.polls.finish(finished({}));
      const lease = { nowMs: NOW, leaseUntilMs: NOW + HOUR };
      const [one = 0] = await stores.claims.waitingEntries({ nowMs: NOW, workspaceId: null, perSource: 1, limit: 1 });
      const read = await stores.claims.claimEntry(one, lease);
      if (read === null) throw new Error("The entry was not given.");
      const [entry] = finished({}).items;
      if (entry === undefined) throw new Error("The poll brought no entry.");
      await stores.polls.finish(finished({ items: [{ ...entry, fingerprint: "f-new", item: item("new") }] }));
      await stores.items.settle(
        read,
        { outcome: "kept", reason: null, url: "https://a.example/one", barrier: null, again: null },
        NOW,
      );
      const again = await stores.claims.claimEntry(one, lease);
      expect(again).toMatchObject({ id: one, fingerprint: "f-new", item: { guid: "new" }, url: "https://a.example/one" });
      await stores.items.settle(
        again ?? read,
        { outcome: "kept", reason: null, url: "https://a.example/one", barrier: null, again: null },
        NOW,
      );
      expect(await stores.claims.claimEntry(one, { nowMs: NOW, leaseUntilMs: NOW })).toBeNull();
    });

    it("give what a kept entry brought while it is to be read again, and know no other article with its text", async () => {
      await stores.polls.finish(finished({}));
      const [one = 0] = await stores.claims.waitingEntries({ nowMs: NOW, workspaceId: null, perSource: 1, limit: 1 });
      const read = await stores.claims.claimEntry(one, { nowMs: NOW, leaseUntilMs: NOW + HOUR });
      if (read === null) throw new Error("The entry was not given.");
      const url = "https://a.example/one";
      const kept = { outcome: "kept" as const, reason: null, url, barrier: null };
      await stores.items.settle(read, { ...kept, again: { dueAtMs: NOW + HOUR, missing: 0 } }, NOW);
      const again = await stores.items.kept(source.id, url);
      expect(again).toMatchObject({ id: one, url, item: { guid: "one" }, again: { missing: 0 } });
      expect(await stores.items.twins(source.id, { url, text: "They met \u0000." })).toEqual([]);
      await stores.items.settle(again ?? read, { ...kept, again: null }, NOW);
      expect(await stores.items.kept(source.id, url)).toBeNull();
    });

    it("give what is to be told in a place to one of those who ask, and then what works again of it", async () => {
      const more = ["b", "c", "d"].map((host) => ({ ...GIVEN, url: `https://${host}.example/feed` }));
      const elsewhere = { ...GIVEN, url: "https://e.example/feed", addedIn: { platform: "slack" as const, channelId: "C2" } };
      const added = [source];
      for (const given of [...more, elsewhere]) added.push((await stores.sources.add(given)) ?? source);
      const failing = async (at: number, count: number) =>
        stores.polls.finish(
          finished({
            sourceId: added[at]?.id ?? 0,
            items: [],
            failure: { count, sinceMs: NOW, reason: "It is gone.", isTold: false },
          }),
        );
      for (const [at, count] of [3, 4, 2, 3, 3].entries()) await failing(at, count);
      // One that has come back is no longer told of.
      await stores.polls.finish(finished({ sourceId: added[3]?.id ?? 0, items: [] }));
      const place = { workspaceId: "slack:T1", addedIn: GIVEN.addedIn, afterFailures: 3 };
      const take = (kind: "failing" | "working") => stores.polls.takeNews({ ...place, kind });
      const taken = await Promise.all([take("failing"), take("failing")]);
      expect(taken.flat().map(({ id }) => id)).toEqual([added[0]?.id, added[1]?.id]);
      expect(taken.flat()[0]?.failure).toMatchObject({ reason: "It is gone.", count: 3 });
      expect(await take("working")).toEqual([]);
      await stores.polls.finish(finished({ items: [] }));
      expect((await take("working")).map(({ id }) => id)).toEqual([source.id]);
      expect([...(await take("working")), ...(await take("failing"))]).toEqual([]);
    });

    it("keep the header that a publisher asks for, with the source and what waits of it, until it is taken away", async () => {
      const header = { name: "Authorization", keyId: "2026", sealed: "1.abc" };
      await stores.polls.finish(finished({ etag: '"1"', nextPollAtMs: NOW + HOUR }));
      expect(await stores.headers.set(source.id, header, NOW)).toBe(true);
      // What was sent without it is no ground for a conditional request.
      expect((await stores.sources.list("slack:T1"))[0]).toMatchObject({ header, etag: null, nextPollAtMs: NOW });
      const query = { nowMs: NOW, workspaceId: null, perSource: 9, limit: 9 };
      expect((await waiting(query)).map(({ sourceHeader }) => sourceHeader)).toEqual([header, header]);
      const [claimed] = await Promise.all([stores.claims.claimSource(source.id, LEASE)]);
      expect(claimed?.header).toEqual(header);
      const owned = { sourceId: source.id, workspaceId: "slack:T1", url: GIVEN.url, header };
      expect(await stores.headers.list(0, 9)).toEqual([owned]);
      expect(await stores.headers.list(source.id, 9)).toEqual([]);
      const as = { keyId: "2027", sealed: "1.def" };
      expect(await stores.headers.reseal(source.id, { ...header, sealed: "1.old" }, as)).toBe(false);
      expect(await stores.headers.reseal(source.id, header, as)).toBe(true);
      expect((await stores.headers.list(0, 9))[0]?.header).toEqual({ name: "Authorization", ...as });
      await stores.headers.set(source.id, null, NOW);
      expect((await stores.sources.list("slack:T1"))[0]?.header).toBeNull();
      await stores.sources.remove(source.id);
      expect(await stores.headers.set(source.id, header, NOW)).toBe(false);
    });

    it("know how many entries a source showed when it was read last", async () => {
      const entries = async () => (await stores.sources.list("slack:T1"))[0]?.entries;
      expect(await entries()).toBeNull();
      await stores.polls.finish(finished({ listed: ["a", "b"] }));
      expect(await entries()).toBe(2);
      await stores.polls.finish(finished({ items: [], listed: null }));
      expect(await entries()).toBe(2);
      await stores.polls.finish(finished({ items: [], listed: [] }));
      expect(await entries()).toBe(0);
    });

    it("tell of a failure once, and of its end", async () => {
      const failure = { count: 3, sinceMs: NOW, reason: "It is gone.", isTold: false };
      await stores.polls.finish(finished({ items: [], failure }));
      expect((await stores.sources.list("slack:T1"))[0]?.failure).toEqual(failure);
      expect(await stores.polls.markTold(source.id, true)).toBe(true);
      expect(await stores.polls.markTold(source.id, true)).toBe(false);
      // Another process looked at it at the same time, before it was told of.
      await stores.polls.finish(finished({ items: [], failure }));
      expect(await stores.polls.markTold(source.id, true)).toBe(false);
      expect((await stores.sources.list("slack:T1"))[0]?.failure?.isTold).toBe(true);
      await stores.polls.finish(finished({ items: [], failure: null }));
      // The mark outlasts the failure, until its end is told.
      const owes = async () => (await stores.sources.list("slack:T1"))[0];
      expect(await owes()).toMatchObject({ failure: null, owesEnd: true });
      expect(await stores.polls.markTold(source.id, false)).toBe(true);
      expect(await stores.polls.markTold(source.id, false)).toBe(false);
      expect(await owes()).toMatchObject({ failure: null, owesEnd: false });
      await stores.polls.finish(finished({ items: [], failure }));
      expect(await stores.polls.markTold(source.id, true)).toBe(true);
      expect(await Promise.all([1, 2].map(() => stores.polls.markTold(source.id, false)))).toContain(true);
      expect(await stores.polls.markTold(source.id, false)).toBe(false);
      await stores.sources.remove(source.id);
      await stores.polls.finish(finished({}));
      expect(await stores.sources.list("slack:T1")).toEqual([]);
    });
  });
}
