import { join, resolve } from "node:path";

/** Where an installation keeps everything it has (`.sliceway`). All paths are absolute. */
export interface HomePaths {
  home: string;
  /** Which process runs here now: `platform.json`. */
  platform: string;
  secrets: string;
  /** The gateway's signing key, and public keys as slices remember them. */
  keys: string;
  /** `<slice>.pem`: private keys that this installation signs releases with. */
  signing: string;
  /** `<slice>/<id>/`, `release.json` written last. */
  releases: string;
  /** `<slice or service>.log`: JSON lines. */
  logs: string;
  /** A file per running child process, to find those that outlive a killed runtime. */
  run: string;
  /** What is remembered between starts. */
  state: string;
  gatewayState: string;
}

/** The paths of a home, whether it is there or not. */
export function homePaths(directory: string): HomePaths {
  const home = resolve(directory);
  return {
    home,
    platform: join(home, "platform.json"),
    secrets: join(home, "secrets.json"),
    keys: join(home, "keys"),
    signing: join(home, "signing"),
    releases: join(home, "releases"),
    logs: join(home, "logs"),
    run: join(home, "run"),
    state: join(home, "state"),
    gatewayState: join(home, "gateway"),
  };
}
