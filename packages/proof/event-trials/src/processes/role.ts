import { fileURLToPath } from "node:url";

/** What a process does in a trial. */
export type Role = "writer" | "relay" | "consumer" | "mutations";

/** The program of each role, as a path. */
export type Programs = Record<Role, string>;

const program = (name: string) => fileURLToPath(new URL(`../programs/${name}.ts`, import.meta.url));

export const ownPrograms: Programs = {
  writer: program("writer"),
  relay: program("relay"),
  consumer: program("consumer"),
  mutations: program("mutations"),
};
