import { expect, test, vi } from "vitest";
import { startNotes } from "./start-notes.ts";

const soon = { timeout: 15_000 };

test("/metrics tells how events fare, also after the release was live twice", async () => {
  await using notes = await startNotes();
  const expectSample = (sample: string) =>
    vi.waitFor(async () => {
      const response = await fetch(`${notes.url}/metrics`);
      expect(await response.text()).toContain(sample);
    }, soon);

  await notes.publish({ type: "talk.Mentioned.v1", subject: "n1", data: { text: "heard" } });
  await expectSample('events_consumed_total{type="talk.Mentioned.v1",outcome="applied",service="notes"} 1');
  notes.registry.liveSince = null;
  await vi.waitFor(async () => {
    const response = await fetch(`${notes.url}/metrics`);
    expect(await response.text()).not.toContain("sliceway_events_parked{");
  }, soon);
  notes.registry.liveSince = 2;
  await notes.query('mutation { write(text: "said") { id } }');
  await expectSample('events_published_total{type="notes.Written.v1",service="notes"} 1');
  await expectSample('events_consumer_lag{source="talk",service="notes"} 0');
  await expectSample('events_parked{service="notes"} 0');
});
