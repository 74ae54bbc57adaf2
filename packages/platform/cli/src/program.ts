import { Command } from "commander";
import manifest from "../package.json" with { type: "json" };
import { addEvents } from "./events/add-events.ts";
import { examples } from "./examples.ts";
import type { Io } from "./io.ts";
import { addBuild } from "./program/add-build.ts";
import { addCheck } from "./program/add-check.ts";
import { addDeploy } from "./program/add-deploy.ts";
import { addDev } from "./program/add-dev.ts";
import { addGenerateDb } from "./program/add-generate-db.ts";
import { addHistory } from "./program/add-history.ts";
import { addKey } from "./program/add-key.ts";
import { addLogs } from "./program/add-logs.ts";
import { addNew } from "./program/add-new.ts";
import { addPreview } from "./program/add-preview.ts";
import { addPromote } from "./program/add-promote.ts";
import { addReset } from "./program/add-reset.ts";
import { addRevoke } from "./program/add-revoke.ts";
import { addRollback } from "./program/add-rollback.ts";
import { addStatus } from "./program/add-status.ts";
import { addToken } from "./program/add-token.ts";
import { addUp } from "./program/add-up.ts";
import { addUpgrade } from "./program/add-upgrade.ts";

/** The `sliceway` command. A command's code is loaded when it runs: `status` needs no bundler. */
export function createProgram(io: Io): Command {
  const program = new Command("sliceway")
    .description("Runs the platform and swaps slices under live traffic.")
    .version(manifest.version, "-v, --version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.print(text.trimEnd()),
      writeErr: (text) => io.warn(text.trimEnd()),
    })
    .showHelpAfterError("Run `sliceway --help` to see what there is.")
    .addHelpText("after", examples("sliceway up", "sliceway deploy posts", "sliceway rollback posts"));
  for (const add of [
    addUp,
    addStatus,
    addBuild,
    addCheck,
    addDeploy,
    addDev,
    addPromote,
    addPreview,
    addRollback,
    addRevoke,
    addHistory,
    addUpgrade,
    addToken,
    addKey,
    addEvents,
    addNew,
    addGenerateDb,
    addLogs,
    addReset,
  ])
    add(program, io);
  return program;
}
