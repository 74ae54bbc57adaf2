export { startTestCluster, type TestCluster, type TestSliceDatabase } from "./start-test-cluster.ts";
