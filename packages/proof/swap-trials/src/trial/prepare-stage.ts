import { type DevEnv, startDevEnv } from "@sliceway/dev-env";
import { releaseRef } from "@sliceway/protocol";
import { type BuiltVariant, buildCatalogue } from "../releases/build-catalogue.ts";
import type { Catalogue } from "../releases/catalogues.ts";

/** A platform with the first variant of each slice live, and all others built. Disposing stops it. */
export interface Stage extends AsyncDisposable {
  env: DevEnv;
  catalogue: BuiltVariant[][];
}

export interface StageOptions {
  catalogue: Catalogue;
  /**
   * For servers that run only because old pages hold on to them. The default is enough for every variant to go on
   * running: nobody has to leave a page in a trial of swaps.
   */
  budgetMb?: number;
  /** Told what goes on, a line each. */
  tell: (line: string) => void;
}

export async function prepareStage({ catalogue, budgetMb = 8192, tell }: StageOptions): Promise<Stage> {
  tell(`building ${catalogue.flat().length} releases; what was built before is kept`);
  const built = await buildCatalogue(catalogue, ({ name, release }) =>
    tell(`  ${releaseRef(release)}  ${name}`),
  );
  tell("starting the platform with the demo network");
  const releases = built.flatMap(([first]) => (first ? [first.release] : []));
  const settings = { MEMORY_BUDGET_MB: `${budgetMb}` };
  const env = await startDevEnv({ releases, demoNetwork: true, durable: true, settings });
  return { env, catalogue: built, [Symbol.asyncDispose]: () => env[Symbol.asyncDispose]() };
}
