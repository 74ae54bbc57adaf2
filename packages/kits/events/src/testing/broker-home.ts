import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where a private broker has its files, and the ports that it and its name server listen on, all on 127.0.0.1. */
export interface BrokerHome {
  dir: string;
  amqpPort: number;
  epmdPort: number;
  env: NodeJS.ProcessEnv;
}

/** Makes the home of a broker that shares nothing with any other on the machine: files, node name, ports. */
export async function makeBrokerHome(): Promise<BrokerHome> {
  const dir = await mkdtemp(join(tmpdir(), "sliceway-broker-"));
  const [amqpPort, epmdPort, distPort] = await Promise.all([freePort(), freePort(), freePort()]);
  await mkdir(join(dir, "home"));
  await writeFile(join(dir, "rabbitmq.conf"), settings(amqpPort));
  await writeFile(join(dir, "enabled_plugins"), "[].\n");
  return { dir, amqpPort, epmdPort, env: environment(dir, { epmdPort, distPort }) };
}

const settings = (amqpPort: number) => `
listeners.tcp.1 = 127.0.0.1:${amqpPort}
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 50MB
`;

function environment(dir: string, ports: { epmdPort: number; distPort: number }): NodeJS.ProcessEnv {
  return {
    PATH: "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin",
    LANG: "C.UTF-8",
    HOME: join(dir, "home"),
    ERL_EPMD_ADDRESS: "127.0.0.1",
    ERL_EPMD_PORT: String(ports.epmdPort),
    RABBITMQ_NODENAME: `sliceway-${ports.epmdPort}@localhost`,
    RABBITMQ_DIST_PORT: String(ports.distPort),
    RABBITMQ_MNESIA_BASE: join(dir, "mnesia"),
    RABBITMQ_LOG_BASE: join(dir, "log"),
    RABBITMQ_PID_FILE: join(dir, "pid"),
    RABBITMQ_CONFIG_FILE: join(dir, "rabbitmq.conf"),
    RABBITMQ_ADVANCED_CONFIG_FILE: join(dir, "none"),
    RABBITMQ_CONF_ENV_FILE: join(dir, "none"),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(dir, "enabled_plugins"),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2",
    // The start script then becomes the broker instead of watching over it: signals reach the right process.
    detached: "1",
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
