import { Transform } from "node:stream";
import { publishErrors } from "../publish/publish-errors.ts";
import { Refusal } from "../refusal.ts";

/** A source map of a large slice is some megabytes; a file that is larger than this is a mistake. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** Refuses a file by the length that was announced, while there is still somebody to answer. */
export function requireLength(announced: string | undefined): void {
  if (Number(announced ?? 0) > LARGEST_FILE) throw tooLarge();
}

/** Lets bytes through and fails with `FILE_TOO_LARGE` when there are too many for a file. */
export function limitBytes(): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      done(passed > LARGEST_FILE ? tooLarge() : null, chunk);
    },
  });
}

function tooLarge(): Refusal {
  return new Refusal(
    publishErrors.FILE_TOO_LARGE(`A release's file may have ${LARGEST_FILE} bytes at most.`),
  );
}
