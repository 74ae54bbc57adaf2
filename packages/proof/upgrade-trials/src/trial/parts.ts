/** The ways in which an installation is upgraded: after it was killed, after it was stopped, and piece by piece while it runs. */
export const partNames = ["killed", "stopped", "gateway"] as const;

export type Part = (typeof partNames)[number];
