import { afterAll, beforeAll, expect, test } from "vitest";
import { commandOf } from "../src/services/find-command.ts";
import { startService } from "../src/services/start-service.ts";
import { openChildContext, type TestChildContext, tinyOptions, tinyServer } from "./support/tiny-server.ts";

let children: TestChildContext;
beforeAll(async () => {
  children = await openChildContext();
});
afterAll(() => children[Symbol.asyncDispose]());

/** A service that is run by `command`, where a tiny server listens. */
async function startTiny(command: Parameters<typeof startService>[0]["command"]) {
  const { port, env } = await tinyServer();
  return startService({ ...tinyOptions(children), command, prepare: async () => ({ port, env }) });
}

test("gateway and registry are commands of installed packages", async () => {
  for (const name of ["gateway", "registry"]) {
    const { command, args, cwd } = await commandOf(`@sliceway/${name}`)();
    expect(command).toBe(process.execPath);
    expect(args).toEqual([expect.stringMatching(new RegExp(`/${name}/src/main\\.ts$`))]);
    expect(args[0]?.startsWith(cwd)).toBe(true);
  }
});

test("a service that is not installed is said to be so", async () => {
  await using service = await startTiny(commandOf("@sliceway/nobody"));
  await expect(service.ready).rejects.toMatchObject({
    code: "SERVICE_FAILED",
    message: expect.stringContaining("@sliceway/nobody"),
  });
});

test("each start takes the command as it is then", async () => {
  const { command, args, cwd } = await tinyServer();
  const installed = [["-e", "process.exit(1)"], args];
  await using service = await startTiny(async () => ({ command, args: installed.shift() ?? [], cwd }));
  await service.ready;
  expect(installed).toEqual([]);
});
