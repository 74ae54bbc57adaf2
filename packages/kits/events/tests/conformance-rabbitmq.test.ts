import { describe } from "vitest";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "../src/testing/index.ts";
import { testConformance } from "./conformance/cases.ts";
import { startRabbitmqHost } from "./conformance/rabbitmq-host.ts";

const isInstalled = findRabbitmqServer() !== undefined;
if (!isInstalled) console.warn(NO_RABBITMQ_SERVER);

describe.skipIf(!isInstalled)("the transport RabbitMQ", () => testConformance(startRabbitmqHost));
