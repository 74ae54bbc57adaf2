import { expect, test } from "vitest";
import { parseRequests } from "./count-requests.ts";

test("counts what was asked for somebody", () => {
  const text = [
    'http_request_duration_seconds_bucket{le="0.1",route="/graphql"} 7',
    'http_request_duration_seconds_count{method="POST",route="/graphql",status="200"} 7',
    'http_request_duration_seconds_count{method="GET",route="unmatched",status="404"} 2',
    'http_request_duration_seconds_count{method="GET",route="/healthz",status="200"} 90',
  ].join("\n");
  expect(parseRequests(text)).toBe(9);
});
