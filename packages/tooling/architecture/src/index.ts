export { findViolations, type SourceFile } from "./dependency-rule.ts";
export { type Import, readImports } from "./imports.ts";
export { findSliceNames } from "./slice-names.ts";
