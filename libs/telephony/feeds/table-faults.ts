import type { FeedFault } from '../domain/sources/faults.js';
import { WrongColumns } from './log-table.js';

/** SQLSTATE of PostgreSQL, names of MySQL and MariaDB. */
const BY_CODE: Readonly<Record<string, FeedFault>> = {
  '42P01': 'log-table-missing',
  '3F000': 'log-table-missing',
  '3D000': 'log-table-missing',
  '42703': 'log-columns',
  '42501': 'log-denied',
  '28P01': 'log-login-refused',
  '28000': 'log-login-refused',
  ER_NO_SUCH_TABLE: 'log-table-missing',
  ER_BAD_DB_ERROR: 'log-table-missing',
  ER_BAD_FIELD_ERROR: 'log-columns',
  ER_TABLEACCESS_DENIED_ERROR: 'log-denied',
  ER_COLUMNACCESS_DENIED_ERROR: 'log-denied',
  ER_DBACCESS_DENIED_ERROR: 'log-denied',
  ER_ACCESS_DENIED_ERROR: 'log-login-refused',
  ER_ACCESS_DENIED_NO_PASSWORD_ERROR: 'log-login-refused',
  ER_HOST_NOT_PRIVILEGED: 'log-login-refused',
  ER_HOST_IS_BLOCKED: 'log-login-refused',
  ER_ACCOUNT_HAS_BEEN_LOCKED: 'log-login-refused',
  ER_MUST_CHANGE_PASSWORD_LOGIN: 'log-login-refused',
  ER_NOT_SUPPORTED_AUTH_MODE: 'log-login-refused',
};
/** Too many connections, or it is being stopped: it comes back by itself. */
const PASSING = /^(?:08|57|ER_CON_COUNT|ER_SERVER_SHUTDOWN|ER_TOO_MANY)/;

/** Why a table cannot be read, as a code. */
export function tableFault(fault: unknown): FeedFault {
  if (fault instanceof WrongColumns) return 'log-columns';
  const { code = '', message = '' } = fault as { code?: string; message?: string };
  const known = BY_CODE[code];
  if (known) return known;
  // What is no fault of SQL is one of the way there.
  const ofSql = /^(?:[0-9A-Z]{5}$|ER_)/.test(code) && !PASSING.test(code);
  return ofSql && message !== '' ? 'broken' : 'log-unreachable';
}
