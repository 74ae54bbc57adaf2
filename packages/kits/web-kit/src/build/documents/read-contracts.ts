import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What a slice's `contract/` says of the graph. Texts are empty where a slice has no such file. */
export interface Contract {
  slice: string;
  schema: string;
  fragments: string;
}

/** Contracts of the slice in `sliceDir` and of all slices beside it, sorted by name. */
export async function readContracts(sliceDir: string): Promise<Contract[]> {
  const slicesDir = dirname(sliceDir);
  const names = (await readdir(slicesDir)).filter((name) => existsSync(join(slicesDir, name, "slice.json")));
  return Promise.all(names.sort().map((name) => readContract(join(slicesDir, name))));
}

async function readContract(sliceDir: string): Promise<Contract> {
  const read = async (file: string) => {
    const path = join(sliceDir, "contract", file);
    return existsSync(path) ? readFile(path, "utf8") : "";
  };
  return {
    slice: basename(sliceDir),
    schema: await read("schema.graphql"),
    fragments: await read("fragments.graphql"),
  };
}
