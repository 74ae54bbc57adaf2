/** What a trial needs of a PostgreSQL. */
export interface TestPostgres {
  /** Gives the URL of a new, empty database. */
  createDatabase(): Promise<string>;
}
