import { join, resolve } from "node:path";

/** Where things lie in a home (`.sliceway`). All paths are absolute. */
export interface HomePaths {
  home: string;
  /** Who runs here now: `platform.json`. */
  platform: string;
  secrets: string;
  gatewayKey: string;
  /** `<slice>/<id>/`, `release.json` written last. */
  releases: string;
  /** `<name>.log`: JSON lines. */
  logs: string;
  /** A file per running child process. */
  run: string;
  /** What the platform remembers between starts. */
  state: string;
  /** What the gateway remembers between starts. */
  gatewayState: string;
}

export function homePaths(directory: string): HomePaths {
  const home = resolve(directory);
  return {
    home,
    platform: join(home, "platform.json"),
    secrets: join(home, "secrets.json"),
    gatewayKey: join(home, "gateway-key.json"),
    releases: join(home, "releases"),
    logs: join(home, "logs"),
    run: join(home, "run"),
    state: join(home, "state"),
    gatewayState: join(home, "gateway"),
  };
}
