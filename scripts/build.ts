import { bundle } from "./bundle.ts";

/** Builds the program into dist/. */
await bundle({ main: "src/main.ts" }, "dist");
