import express from "express";
import { expect, test } from "vitest";
import { createHealth, createMetrics, startHttp } from "../src/index.ts";

const local = { host: "127.0.0.1", port: 0 };

test("readiness is all checks together, liveness is none", async () => {
  const health = createHealth();
  let reachable = false;
  health.addCheck("routing", async () => {});
  health.addCheck("database", async () => {
    if (!reachable) throw new Error("cannot reach postgres://posts:hunter2@localhost/posts");
  });
  await using http = await startHttp(express().use(health.router), local);

  expect((await fetch(`${http.url}/healthz`)).status).toBe(200);
  const unready = await fetch(`${http.url}/readyz`);
  expect(unready.status).toBe(503);
  expect(await unready.json()).toEqual({
    ready: false,
    draining: false,
    checks: {
      routing: { ok: true },
      database: { ok: false, error: "cannot reach postgres://posts:[hidden]@localhost/posts" },
    },
  });

  reachable = true;
  expect((await fetch(`${http.url}/readyz`)).status).toBe(200);
  health.draining = true;
  expect((await fetch(`${http.url}/readyz`)).status).toBe(503);
  expect(health.drainSignal.aborted).toBe(true);
  expect((await fetch(`${http.url}/healthz`)).status).toBe(200);
});

test("requests are measured by route, not by URL", async () => {
  const metrics = createMetrics("posts");
  const app = express().use(metrics.httpMiddleware).use(metrics.router);
  app.get("/posts/:id", (_request, response) => void response.sendStatus(204));
  await using http = await startHttp(app, local);
  for (const path of ["/posts/1", "/posts/2", "/nowhere"]) await fetch(http.url + path);

  const text = await (await fetch(`${http.url}/metrics`)).text();
  expect(text).toContain(
    'http_request_duration_seconds_count{service="posts",method="GET",route="/posts/:id",status="204"} 2',
  );
  expect(text).toContain('route="unmatched",status="404"');
  expect(text).toContain("process_cpu_seconds_total");
});
