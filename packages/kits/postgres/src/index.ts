export { dropSlice } from "./provision/drop-slice.ts";
export { provisionDatabase } from "./provision/provision-database.ts";
export { provisionSlice } from "./provision/provision-slice.ts";
export { type SlicePasswords, type SliceUrls, sliceUrls } from "./provision/slice-urls.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./start-postgres.ts";
