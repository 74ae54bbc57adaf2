import { readFileSync } from "node:fs";
import { join } from "node:path";

const source = readFileSync(join(import.meta.dirname, "watch-shell.js"), "utf8");

/** `watch-shell.js` without its comments and indentation: every page carries it before its shell. */
export const WATCH_SHELL = source.replaceAll(/^\s*(\/\/|\/\*\*).*$/gm, "").replaceAll(/\n\s*/g, "\n");
