import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";

/** A running PostgreSQL: its first process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Whether this process started it; else it was found running. */
  readonly launched: boolean;
}

/** PostgreSQL ended while it was waited for; starting it (again) may work. */
export class PostmasterGone extends SlicewayError {
  constructor(message: string) {
    super(errors.POSTGRES_FAILED(message, { logFile: "logs/postgres.log of the home" }));
  }
}
