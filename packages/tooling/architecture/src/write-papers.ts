import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { makePapers } from "./papers.ts";
import { listFiles, root } from "./read-repository.ts";

for (const [path, text] of Object.entries(await makePapers(listFiles())))
  writeFileSync(resolve(root, path), text);
