import { open } from "node:fs/promises";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { PostmasterGone } from "./postmaster.ts";

/** The port is taken; another launcher was faster; backends of a killed PostgreSQL are still ending. */
const passing =
  /could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/** Why PostgreSQL ended at start, read from what it logged since `logStart`. */
export async function explainExit(logFile: string, logStart: number, port: number): Promise<Error> {
  const text = await readFrom(logFile, logStart);
  if (passing.test(text))
    return new PostmasterGone(`PostgreSQL could not start on port ${port} just now: ${text}`);
  const reason = /(?:FATAL|PANIC): +(.+)/.exec(text)?.[1] ?? text.trim().split("\n").at(-1);
  return new SlicewayError(
    errors.POSTGRES_FAILED(`PostgreSQL did not start: ${reason || "it said nothing"}.`, { logFile }),
  );
}

async function readFrom(path: string, start: number): Promise<string> {
  await using file = await open(path);
  const chunks = [];
  for await (const chunk of file.createReadStream({ start, encoding: "utf8", autoClose: false }))
    chunks.push(chunk);
  return chunks.join("");
}
