export { findRabbitmqServer, NO_RABBITMQ_SERVER } from "./find-rabbitmq-server.ts";
export { startTestBroker, type TestBroker } from "./start-test-broker.ts";
export { startTestCluster, type TestCluster, type TestSliceDatabase } from "./start-test-cluster.ts";
