import { afterEach, expect, it, vi } from "vitest";
import { storeSentence } from "../../../src/adapters/chat/store-trouble.ts";
import { claimInTime } from "../../../src/adapters/chat/take-payload.ts";
import { AppError } from "../../../src/domain/errors.ts";

afterEach(() => {
  vi.useRealTimers();
});

const unusable = (code: string) => new AppError("store-unusable", "The database /srv/secret.db is bad.", { cause: { code } });

it.each(["SQLITE_FULL", "SQLITE_READONLY", "ENOSPC", "53100"])("says of %s that nothing can be written down", (code) => {
  expect(storeSentence(unusable(code))).toContain("I can't save anything at the moment, because my disk is full or read-only.");
  expect(storeSentence(new Error("in a command", { cause: unusable(code) }))).toContain(
    "I can't save anything at the moment, because my disk is full or read-only.",
  );
});

it.each(["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"])("finds %s where Prisma keeps what its driver said", (originalCode) => {
  const driverAdapterError = Object.assign(new Error("disk"), { name: "DriverAdapterError", cause: { originalCode } });
  const raw = Object.assign(new Error("Raw query failed."), { code: "P2010", meta: { driverAdapterError } });
  expect(storeSentence(Object.assign(raw, { name: "PrismaClientKnownRequestError" }))).toContain(
    "I can't save anything at the moment, because my disk is full or read-only.",
  );
});

it.each([
  unusable("ECONNREFUSED"),
  unusable("57P01"),
  new AppError("store-busy", "The database is locked.", { cause: { code: "SQLITE_BUSY" } }),
  Object.assign(new Error("Can't reach database server"), { name: "PrismaClientKnownRequestError", code: "P1001" }),
])("says of a store that does not answer that it doesn't, and no name of a host or a file", (error) => {
  expect(storeSentence(error)).toBe("My database does not respond at the moment, so I can't answer. Ask again in a few minutes.");
});

it.each([new Error("a fault"), new AppError("store-busy", "Another digest is being printed: ask again."), null, "words"])(
  "leaves what is no failure of the store to others",
  (error) => expect(storeSentence(error)).toBeNull(),
);

it("a claim that the store does not answer fails, as a claim that it refuses", async () => {
  vi.useFakeTimers();
  const claim = claimInTime({ claim: () => new Promise(() => undefined) }, "key");
  const failed = expect(claim).rejects.toMatchObject({ code: "store-unusable" });
  await vi.advanceTimersByTimeAsync(10_000);
  await failed;
});
