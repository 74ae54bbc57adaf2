/** What carries events between slices, and can be down. */
export interface Carrier extends AsyncDisposable {
  /** As reports call it. */
  readonly name: string;
  /** Where a slice finds it. */
  addSlice(slice: string): Promise<{ eventsUrl: string } | { amqpUrl: string }>;
  /** Nothing answers from now on. */
  stop(): Promise<void>;
  /** It is back, with all that was in it. */
  start(): Promise<void>;
}
