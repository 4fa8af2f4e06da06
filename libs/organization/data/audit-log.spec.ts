import { type Scope, WHOLE_TREE } from '@hotline/kernel';
import { plantedDatabase, type PlantedDatabase } from '../../../test/support/planted-database.js';
import { type Actor, scopeOf } from '../domain/actor.js';
import { listAudit } from './audit-list.js';
import { VerifyAudit } from '../use-cases/verify-audit.js';
import { AuditLog } from './audit-log.js';

let opened: PlantedDatabase;
let audit: AuditLog;
let auditor: Actor;

beforeEach(async () => {
  opened = await plantedDatabase();
  audit = new AuditLog(opened.sealing);
  auditor = await opened.actor('auditor', 'cn');
});
afterEach(() => opened.close());

const append = (actorId: string | null, objectId: string) =>
  opened.work.run(WHOLE_TREE, (tx) =>
    audit.append(tx, {
      actorId,
      action: 'identity-revealed',
      objectKind: 'ticket',
      objectId,
      reason: '核实',
      facts: { fields: ['phone', 'name'], count: 2 },
    }),
  );
const verify = () => new VerifyAudit(opened.work, audit).run(auditor);
const listed = (scope: Scope) =>
  opened.work.read(scope, (tx) => listAudit(tx, { limit: 10 })).then((all) => all.map((one) => one.objectId));

it('makes one chain of acts that happen side by side', async () => {
  await Promise.all(Array.from({ length: 30 }, (_, n) => append(null, `t${n}`)));
  expect(await verify()).toEqual({ records: 30, brokenAt: null });
});

it('checks a chain longer than one stretch', async () => {
  await opened.work.run(WHOLE_TREE, async (tx) => {
    for (let n = 0; n < 1_005; n += 1) {
      await audit.append(tx, {
        actorId: null,
        action: 'signed-in',
        objectKind: 'account',
        objectId: String(n),
      });
    }
  });
  expect(await verify()).toEqual({ records: 1_005, brokenAt: null });
});

it.each([
  ['a reason rewritten', `update audit set reason = '其他' where seq = 2`, '2'],
  ['a fact rewritten', `update audit set facts = '{"fields": []}' where seq = 2`, '2'],
  ['a time moved', `update audit set at = at - interval '1 ms' where seq = 2`, '2'],
  ['a record taken out', `delete from audit where seq = 2`, '3'],
])('finds %s', async (_, tampering, brokenAt) => {
  for (const id of ['t1', 't2', 't3']) await append(null, id);
  await opened.owner.query(tampering);
  expect((await verify()).brokenAt).toBe(brokenAt);
});

it('cannot be changed or emptied by the application', async () => {
  await append(null, 't1');
  for (const statement of ['update audit set reason = null', 'delete from audit', 'truncate audit']) {
    await expect(opened.database.query(statement)).rejects.toThrow(/permission denied/);
  }
});

it('undoes the record with the act', async () => {
  await expect(
    opened.work.run(WHOLE_TREE, async (tx) => {
      await audit.append(tx, { actorId: null, action: 'unit-added', objectKind: 'unit', objectId: 'u' });
      throw new Error('the act failed');
    }),
  ).rejects.toThrow('the act failed');
  expect(await verify()).toEqual({ records: 0, brokenAt: null });
});

it('shows an auditor what the people of his subtree did, newest first', async () => {
  const shenzhen = await opened.actor('handler', '440300');
  const hunan = await opened.actor('handler', '430000');
  await append(shenzhen.accountId, 'by-shenzhen');
  await append(hunan.accountId, 'by-hunan');
  await append(null, 'by-nobody');
  expect(await listed(scopeOf(auditor, 'audit.read'))).toEqual(['by-nobody', 'by-hunan', 'by-shenzhen']);
  expect(await listed(scopeOf(await opened.actor('auditor', '440000'), 'audit.read'))).toEqual([
    'by-shenzhen',
  ]);
  expect(await listed(scopeOf(shenzhen, 'audit.read'))).toEqual([]);
});
