import { expect } from "@playwright/test";
import { startSocialLoad } from "@sliceway/bench";
import { test } from "../src/test.ts";
import { buildApplauseWithoutCommentCount } from "../src/variants.ts";

test("queries and mutations on the old and the new vector see no error during deploy and rollback", async ({
  env,
}) => {
  const { gatewayUrl, registry } = env;
  const loadLive = async () => {
    const { live } = await registry.getRouting();
    return startSocialLoad({ gatewayUrl, vector: await registry.getVector(live ?? ""), perSecond: 25 });
  };

  const release = await buildApplauseWithoutCommentCount();
  const onOld = await loadLive();
  const deployment = await env.deploy(release);
  expect(deployment).toMatchObject({ state: "done", problems: [] });
  const onNew = await loadLive();
  await registry.rollback("posts");
  await env.deploy(release);
  await registry.rollback("posts");

  for (const [name, report] of Object.entries({ old: await onOld.stop(), new: await onNew.stop() })) {
    console.log(
      `${name} vector: ${report.answered} answered, p50 ${report.p50.toFixed(0)} ms, p99 ${report.p99.toFixed(0)} ms`,
    );
    expect(report).toMatchObject({ failed: 0, failures: [], answered: report.sent });
    expect(report.sent).toBeGreaterThan(0);
  }
});
