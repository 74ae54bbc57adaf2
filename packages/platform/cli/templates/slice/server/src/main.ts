import { runSlice } from "@sliceway/subgraph-kit";
import { slice } from "./slice.ts";

await runSlice(slice);
