import type { ComponentType } from "react";
import { type Settling, settling } from "./settling.ts";

/** An exposed module of a remote: a component named like its file, maybe with a skeleton beside it. */
export type RemoteModule = Record<string, unknown>;

/** A page or slot as it is rendered. */
export interface RemoteComponent {
  Component: ComponentType<Record<string, unknown>>;
  Skeleton: ComponentType | undefined;
}

export interface RemoteModules {
  /** Starts the load if it has not begun; the same load until `forget`. */
  load(slice: string, module: string): Settling<RemoteComponent>;
  /** Lets the next `load` try again after a failure. */
  forget(slice: string, module: string): void;
  /** What was loaded or is on its way. */
  list(): { slice: string; module: string }[];
}

/** @param fetchModule brings a module of a slice, `("notes", "./pages/NotePage")` */
export function createRemoteModules(
  fetchModule: (slice: string, module: string) => Promise<RemoteModule>,
): RemoteModules {
  const loads = new Map<string, { slice: string; module: string; load: Settling<RemoteComponent> }>();
  const keyOf = (slice: string, module: string) => `${slice} ${module}`;
  return {
    load(slice, module) {
      const key = keyOf(slice, module);
      const known = loads.get(key);
      if (known) return known.load;
      const load = settling(fetchComponent(fetchModule, slice, module));
      loads.set(key, { slice, module, load });
      return load;
    },
    forget: (slice, module) => void loads.delete(keyOf(slice, module)),
    list: () => [...loads.values()].map(({ slice, module }) => ({ slice, module })),
  };
}

async function fetchComponent(
  fetchModule: (slice: string, module: string) => Promise<RemoteModule>,
  slice: string,
  module: string,
): Promise<RemoteComponent> {
  try {
    return pickComponent(await fetchModule(slice, module), module);
  } catch (cause) {
    throw new CodeFailed(`${slice} ${module} could not be loaded`, { cause });
  }
}

/** `./pages/NotePage` exports `NotePage`, and `NotePageSkeleton` if it has one. */
function pickComponent(found: RemoteModule, module: string): RemoteComponent {
  const name = module.slice(module.lastIndexOf("/") + 1);
  const Component = found[name];
  if (typeof Component !== "function") throw new TypeError(`${module} has no export named ${name}`);
  return {
    Component: Component as RemoteComponent["Component"],
    Skeleton: found[`${name}Skeleton`] as RemoteComponent["Skeleton"],
  };
}

/** A remote's code did not arrive, was refused, or threw while it started. */
export class CodeFailed extends Error {
  override name = "CodeFailed";
}
