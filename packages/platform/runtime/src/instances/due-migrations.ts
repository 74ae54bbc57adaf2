import type { RegistryState } from "@sliceway/protocol";
import { isDeferred } from "@sliceway/service-kit";

export type Contraction = NonNullable<RegistryState["contractions"]>[number];

/** Which deferred migrations the registry has let go, as far as it was heard. */
export interface DueMigrations {
  /** Takes the registry's newest word. */
  set(contractions: readonly Contraction[]): void;
  /** Whether a migration of the slice must not run yet. */
  isPutOff(slice: string, name: string): boolean;
}

export function createDueMigrations(): DueMigrations {
  let due: readonly Contraction[] = [];
  return {
    set: (contractions) => {
      due = contractions;
    },
    isPutOff: (slice, name) =>
      isDeferred(name) && !due.some((one) => one.slice === slice && one.migrations.includes(name)),
  };
}
