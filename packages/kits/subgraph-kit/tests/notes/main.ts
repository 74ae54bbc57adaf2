import { runSlice } from "../../src/index.ts";
import { notes } from "./slice.ts";

await runSlice(notes);
