import { join, resolve } from "node:path";
import { type HomePaths, homePaths } from "@sliceway/runtime";
import { type Config, readConfig } from "./config.ts";
import type { Io } from "./io.ts";
import { findProject, type Project } from "./project/find-project.ts";

/** What every command works with. */
export interface Context {
  io: Io;
  config: Config;
  project: Project;
  /** Where the installation keeps things; none of them need be there yet. */
  home: HomePaths;
  /** Where this machine's builds lie before they are published. */
  buildsDir: string;
}

export async function openContext(io: Io): Promise<Context> {
  const config = readConfig(io.env);
  const project = await findProject(io.cwd);
  const home = homePaths(config.homeDir ? resolve(io.cwd, config.homeDir) : join(project.dir, ".sliceway"));
  return { io, config, project, home, buildsDir: join(home.home, "builds") };
}
