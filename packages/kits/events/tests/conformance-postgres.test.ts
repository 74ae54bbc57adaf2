import { describe } from "vitest";
import { testConformance } from "./conformance/cases.ts";
import { startPostgresHost } from "./conformance/postgres-host.ts";

describe("the transport PostgreSQL", () => testConformance(startPostgresHost));
