/** Sent to the process that runs the platform: a new gateway is to take the place of the one that runs. */
export const UPGRADE_SIGNAL = "SIGUSR2";
