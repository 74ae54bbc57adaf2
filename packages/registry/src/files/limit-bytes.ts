import { Transform } from "node:stream";
import { Refusal } from "../refusal.ts";

/** Lets bytes through and fails with `FILE_TOO_LARGE` when there are more than `most`. */
export function limitBytes(most: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      done(passed > most ? tooLarge(most) : null, chunk);
    },
  });
}

function tooLarge(most: number): Refusal {
  return new Refusal(
    "FILE_TOO_LARGE",
    `A release's file may have ${most} bytes at most.`,
    "Leave it out of the release, or split it.",
  );
}
