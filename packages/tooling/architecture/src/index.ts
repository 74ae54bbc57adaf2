export { dependencyRule, exceptions, findViolations, type SourceFile } from "./dependency-rule.ts";
export { fileGraph, findCircles, type Graph } from "./find-circles.ts";
export { findDeadReferences, type Known, listAnchors } from "./find-dead-references.ts";
export { findForeignPaths } from "./find-foreign-paths.ts";
export { makePapers } from "./papers.ts";
export { isTest, locate, locateImport, type PackageFolder, type Place } from "./places.ts";
export { type Import, readImports } from "./read-imports.ts";
export { listFiles, readPackages, readText, root } from "./read-repository.ts";
export { findSliceNames } from "./slice-names.ts";
