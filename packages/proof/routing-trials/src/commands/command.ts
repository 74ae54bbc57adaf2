/** What somebody asks of the registry, or what happens to it. Releases are named like `notes@3`. */
export type Command =
  | { kind: "deploy"; releases: string[] }
  | { kind: "canary"; releases: string[]; steps: number[] }
  | { kind: "rollback"; slice: string; only?: "canary" }
  | { kind: "promote"; slice: string; to?: number }
  | { kind: "revoke"; release: string }
  | { kind: "open-preview"; name: string; releases: string[]; minutes: number }
  | { kind: "end-preview"; name: string }
  /** Time goes by. */
  | { kind: "pass"; minutes: number }
  /** Enough visitors of the slice's canary to judge it: all are served, or every third request fails. */
  | { kind: "visit"; slice: string; fails: boolean };

/** A command with its number in the trial. */
export type Numbered = Command & { number: number };

/** `12 deploy notes@3 feed@4` */
export function renderCommand({ number, ...command }: Numbered): string {
  return `${number} ${words(command)}`;
}

function words(command: Command): string {
  switch (command.kind) {
    case "deploy":
      return `deploy ${command.releases.join(" ")}`;
    case "canary":
      return `canary ${command.releases.join(" ")} ${command.steps.join(", ")}%`;
    case "rollback":
      return `rollback ${command.slice}${command.only ? ", its canary only" : ""}`;
    case "promote":
      return `promote ${command.slice}${command.to === undefined ? "" : ` to ${command.to}%`}`;
    case "revoke":
      return `revoke ${command.release}`;
    case "open-preview":
      return `preview ${command.name} of ${command.releases.join(" ")} for ${command.minutes} min`;
    case "end-preview":
      return `end of the preview ${command.name}`;
    case "pass":
      return `${command.minutes} min go by`;
    case "visit":
      return `visitors of the canary of ${command.slice}, ${command.fails ? "a third of them failing" : "all served"}`;
    default:
      return command satisfies never;
  }
}
