import { flushCompileCache } from "node:module";
import { interposeAnswers } from "./answers.ts";
import { interposeBroker } from "./broker.ts";
import { readOrders } from "./config.ts";
import { interposePostgres } from "./postgres.ts";
import { report } from "./report.ts";
import { createTripwire } from "./tripwire.ts";

// Loaded with --import, before the program: between it and what it talks to.
const tripwire = createTripwire(readOrders(), report);
interposePostgres(tripwire);
interposeBroker(tripwire);
interposeAnswers(tripwire);

// A process that is killed leaves no cache of compiled code behind, and hundreds are started.
setTimeout(flushCompileCache, 1_000).unref();
