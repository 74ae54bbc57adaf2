import { globSync } from "node:fs";

/** Said where tests on RabbitMQ are skipped. */
export const NO_RABBITMQ_SERVER =
  "RabbitMQ is not installed here, so what needs it is skipped. To run it: apt-get install rabbitmq-server";

/**
 * The start script of an installed RabbitMQ, undefined if there is none. The `rabbitmq-server` on Debian's PATH is of
 * no use: it wants to be root or `rabbitmq`, and changes into the folder of the system's broker.
 */
export function findRabbitmqServer(): string | undefined {
  const [script] = globSync([
    "/usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server",
    "/opt/homebrew/opt/rabbitmq/sbin/rabbitmq-server",
    "/usr/local/opt/rabbitmq/sbin/rabbitmq-server",
  ]);
  return script;
}
