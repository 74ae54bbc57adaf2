export { provisionDatabase } from "./provision/provision-database.ts";
export { provisionSlice, type SlicePasswords, type SliceUrls } from "./provision/provision-slice.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./start-postgres.ts";
