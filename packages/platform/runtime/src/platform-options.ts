import type { OnEntry } from "./log/log-book.ts";
import type { ServiceCommands } from "./services/find-command.ts";

export interface PlatformOptions {
  /** Where everything is kept: `.sliceway`. Made if need be. */
  home: string;
  /** 0 takes any free port. Slice servers prefer 3010 and up, unless the gateway's is 0. */
  ports: { gateway: number; registry: number };
  /** An administrator's URL of a PostgreSQL 15 or later; without it one is started in the home. */
  databaseAdminUrl?: string | undefined;
  /** How registry and gateway are run; else by the commands of `@sliceway/registry` and `@sliceway/gateway`. */
  commands?: Partial<ServiceCommands>;
  /** Settings of the platform, before those of our own environment: `{ MEMORY_BUDGET_MB: "256" }`. */
  settings?: Record<string, string>;
  /** Told of each line that any process of the platform writes; our own name is `runtime`. */
  onEntry?: OnEntry;
  /** Ends the starting; what was started is stopped and the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Ends all child processes at once, now and for good. */
  killSignal?: AbortSignal;
}
