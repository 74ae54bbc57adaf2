import colors from "picocolors";
import type { Io } from "../io.ts";

export interface RecordingIo extends Io {
  printed: string[];
  warned: string[];
}

/** No terminal: lines are kept, questions are answered with `answer` as if somebody looked on. */
export function recordingIo(given: Partial<Io> & { answer?: string } = {}): RecordingIo {
  const [printed, warned]: [string[], string[]] = [[], []];
  const { answer = "", ...io } = given;
  return {
    print: (text) => void printed.push(...text.split("\n")),
    warn: (text) => void warned.push(...text.split("\n")),
    ask: async () => answer,
    interactive: false,
    colors: colors.createColors(false),
    cwd: process.cwd(),
    env: {},
    ...io,
    printed,
    warned,
  };
}
