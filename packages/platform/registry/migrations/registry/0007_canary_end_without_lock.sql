-- The reference locked the deployment's row while routing moved, and whoever carries the deployment on waits for the
-- routing with that very row locked.
alter table canary_end drop constraint canary_end_deployment_fkey;
