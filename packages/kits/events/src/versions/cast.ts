/** Makes the data of another version of the same event from that of `From`. `Events` maps types to their data. */
export type Cast<Events, From extends keyof Events> = {
  [To in keyof Events]: {
    /** The type of the version that comes out. */
    to: To;
    change: (data: Events[From]) => Events[To];
  };
}[keyof Events];
