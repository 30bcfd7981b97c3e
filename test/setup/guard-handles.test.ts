import { expect, test } from "vitest";
import { guardHandles } from "./guard-handles.ts";

const limits = { waitMs: 40, stepMs: 5 };

test("what was open before is not counted, what stays open is named with its number", async () => {
  let open = ["TCPServerWrap", "Timeout"];
  const guard = guardHandles(() => open);
  open = ["TCPServerWrap", "TCPServerWrap", "TCPServerWrap", "ProcessWrap", "Timeout", "Timeout"];
  expect(await guard.leftOpen(limits)).toEqual(["TCPServerWrap x2", "ProcessWrap x1"]);
});

test("a handle that closes while the guard waits is none", async () => {
  let asked = 0;
  const guard = guardHandles(() => {
    asked += 1;
    return asked === 2 ? ["TCPSocketWrap"] : [];
  });
  expect(await guard.leftOpen(limits)).toEqual([]);
  expect(asked).toBeGreaterThan(2);
});
