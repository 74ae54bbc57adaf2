import type { Patience } from "../audit/wait-until-drained.ts";
import type { Point } from "../points/point.ts";
import type { Programs, Role } from "../processes/role.ts";
import type { TransportName } from "../world/start-world.ts";

/** To abort its signal ends the trials early: the promise rejects with the reason, and nothing stays behind. */
export interface TrialOptions extends Patience {
  transport: TransportName;
  /** What is random in where processes are killed follows from it. */
  seed: number;
  /** How long what carries events is down; 0 leaves that out. */
  outageMs: number;
  /** All points, or the decisive ones. */
  form: "full" | "short";
  /** Only this one of the points. */
  point?: number | undefined;
  /** Only the points of these. */
  roles?: Role[] | undefined;
  programs: Programs;
  /** Told what is being done, for whoever waits. */
  progress(text: string): void;
}

/** A point with its number in the report. */
export interface Numbered {
  number: number;
  point: Point;
}
