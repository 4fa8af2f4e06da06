import type { AddSourceBody, LineSource, UnitBrief } from '../../api/contract';

type LogTable = NonNullable<NonNullable<LineSource['settings']>['queueLogTable']>;
type Vendor = NonNullable<AddSourceBody['hook']>['vendor'];

export interface Fields {
  name: string;
  kind: AddSourceBody['kind'];
  vendor: Vendor;
  unit: UnitBrief | null;
  host: string;
  port: number;
  username: string;
  secret: string;
  tls: boolean;
  /** where the switchboard keeps its log */
  logKind: 'none' | 'file' | 'table';
  queueLog: string;
  queueLogTable: LogTable;
  logSecret: string;
  outboundContext: string;
  listen: boolean;
  bargeIn: boolean;
}

const tableOf = (table: LogTable): LogTable => ({
  system: table.system ?? 'postgresql',
  host: table.host.trim(),
  port: table.port,
  database: table.database.trim(),
  username: table.username.trim(),
  table: table.table.trim(),
  tls: table.tls,
});

const logOf = ({ logKind, queueLog, queueLogTable }: Fields) => ({
  ...(logKind === 'file' && queueLog.trim() && { queueLog: queueLog.trim() }),
  ...(logKind === 'table' && { queueLogTable: tableOf(queueLogTable) }),
});

const lineOf = ({ host, port, username, tls, outboundContext, listen, bargeIn }: Fields) => ({
  host: host.trim(),
  port,
  username: username.trim(),
  tls,
  ...(outboundContext.trim() && { outboundContext: outboundContext.trim() }),
  listen,
  bargeIn,
});

/** What the kind of source needs, and nothing else. */
export function partsOf(kind: LineSource['kind'], fields: Fields) {
  if (kind === 'webhook') return { hook: { vendor: fields.vendor } };
  return { settings: { ...lineOf(fields), ...(kind === 'ami' && logOf(fields)) } };
}

/** Where each kind of switchboard listens, unless somebody has moved it. */
export const PORTS: Readonly<Record<string, number>> = { ami: 5038, esl: 8021 };
export const LOG_PORTS: Readonly<Record<string, number>> = { postgresql: 5432, mysql: 3306 };

const NEW_TABLE: LogTable = {
  system: 'mysql',
  host: '',
  port: 3306,
  database: 'asterisk',
  username: '',
  table: 'queue_log',
  tls: false,
};

const NEW: Partial<Fields> = {
  kind: 'ami',
  vendor: 'tencent-ccc',
  username: '',
  port: 5038,
  tls: false,
  logKind: 'file',
  queueLog: '',
  queueLogTable: NEW_TABLE,
  logSecret: '',
  outboundContext: '',
  listen: false,
  bargeIn: false,
  secret: '',
  unit: null,
};

/** Those that were typed; what is left empty is kept. */
export const secretsOf = ({ secret, logSecret, logKind }: Fields) => ({
  ...(secret && { secret }),
  ...(logSecret && logKind === 'table' && { logSecret }),
});

export function initialOf(source: LineSource | null): Partial<Fields> {
  if (!source) return NEW;
  const { name, unit, settings, hook } = source;
  const logKind = settings?.queueLogTable ? 'table' : settings?.queueLog ? 'file' : 'none';
  const { queueLogTable } = settings ?? {};
  // A table on record that names no system is of a PostgreSQL.
  const table = queueLogTable ? { system: 'postgresql' as const, ...queueLogTable } : NEW_TABLE;
  return { ...NEW, name, unit, ...settings, ...hook, logKind, queueLogTable: table };
}
