export { checkMigration } from "../publish/check-migrations.ts";
export { describeTables } from "./sql/describe-tables.ts";
