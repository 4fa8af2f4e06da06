/** Says whether a load balancer may send requests here: opened after start, closed first on stop. */
export const Readiness = { open: false };
