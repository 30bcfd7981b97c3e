import { Console } from "node:console";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { guardOutput } from "./guard-output.ts";

test("printing is recorded instead of shown, until the guard is released", () => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const fake = new Console(stdout, stderr);
  const guard = guardOutput({ console: fake, stdout, stderr });
  let flushed = 0;
  fake.log("a %s", "b");
  fake.error("c");
  stdout.write("raw", () => {
    flushed += 1;
  });
  stderr.write(Buffer.from("bytes"));
  expect(guard.take()).toEqual(["console.log: a b", "console.error: c", "stdout: raw", "stderr: bytes"]);
  expect(guard.take()).toEqual([]);
  expect(flushed).toBe(1);
  expect(stdout.read()).toBeNull();

  guard.release();
  fake.log("d");
  expect(String(stdout.read())).toBe("d\n");
});
