/**
 * Imported before anything of Apollo: without the second setting every gateway object makes an exporter
 * that reports to Apollo's own address.
 */
process.env.NODE_ENV = "production";
process.env.APOLLO_TELEMETRY_DISABLED = "true";
