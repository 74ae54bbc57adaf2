import { Gauge, type Registry } from "prom-client";

interface GaugeText {
  name: string;
  help: string;
}

/** A gauge that is read when scraped; it has no value while there is nothing to read. */
export function addGauge(
  register: Registry,
  text: GaugeText,
  read: () => Promise<number | null | undefined>,
): void {
  new Gauge({
    ...text,
    registers: [register],
    async collect() {
      const value = await read();
      if (value === null || value === undefined) this.remove();
      else this.set(value);
    },
  });
}

/** The same with a series per value of a label. */
export function addLabelledGauge(
  register: Registry,
  text: GaugeText & { label: string },
  read: () => Promise<Iterable<readonly [string, number]>>,
): void {
  const { label, ...rest } = text;
  new Gauge({
    ...rest,
    labelNames: [label],
    registers: [register],
    async collect() {
      const values = await read();
      this.reset();
      for (const [name, value] of values) this.set({ [label]: name }, value);
    },
  });
}
