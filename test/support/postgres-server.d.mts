/** Types of postgres-server.mjs for the TypeScript sources. */
export interface ThrowAwayPostgres {
  /** Superuser, database `hotline`. */
  url: string;
  ownerUrl: string;
  port: number;
  pid: number;
  /** Stops the server and removes its folder. */
  stop(): Promise<void>;
}

export function startThrowAwayPostgres(
  settings?: Record<string, string | number>,
): Promise<ThrowAwayPostgres>;

/** In a folder of the caller's; `stop` leaves the folder alone. */
export function startPostgresIn(dataFolder: string, port?: number): Promise<ThrowAwayPostgres>;
