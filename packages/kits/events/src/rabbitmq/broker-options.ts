import type { Logger } from "@sliceway/service-kit";

export interface BrokerOptions {
  /** `amqp://` or `amqps://`, with user, password and virtual host. */
  url: string;
  log: Logger;
  /**
   * How long sources' histories are kept, as RabbitMQ writes it (`90D`, `1Y`); for ever if not given. It holds for
   * histories made from now on; those that exist are changed by a policy of the broker.
   */
  historyMaxAge?: string;
}
