import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { type DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PermitCheck } from '@hotline/organization';
import { createLog, readConfiguration } from '@hotline/platform';
import { AppModule } from '../../apps/server/src/app.module.js';

const configuration = readConfiguration({
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  HOTLINE_KEY: Buffer.alloc(32).toString('base64'),
});

/** Controllers as declared: of the process itself and of every room. */
function controllers(): { metatype: unknown }[] {
  const app = AppModule.forRoot(configuration, createLog('silent'));
  const rooms = (app.imports ?? []).flatMap(
    (room) => (Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, room) ?? []) as unknown[],
  );
  return [...(app.controllers ?? []), ...rooms].map((metatype) => ({ metatype }));
}

function routes(): string[] {
  const discovery = { getControllers: controllers } as unknown as DiscoveryService;
  return new PermitCheck(discovery, new MetadataScanner())
    .routes()
    .map(({ method, path, permit }) => {
      const demand = typeof permit === 'object' ? permit.permission : (permit ?? 'NOTHING');
      return `${method} ${path}: ${demand}`;
    })
    .sort();
}

const DEMANDS: readonly string[] = [
  'DELETE /api/accounts/:id/memberships/:membershipId: account.manage',
  'DELETE /api/accounts/:id/tokens/:tokenId: account.manage',
  'DELETE /api/calendars/:id/draft: calendar.edit',
  'DELETE /api/catalogue/drafts/:id: catalogue.edit',
  'DELETE /api/drafts/:id: signed-in',
  'DELETE /api/limits/draft: limits.edit',
  'DELETE /api/session: signed-in',
  'GET /api/accounts: account.manage',
  'GET /api/attachments/:id: ticket.read',
  'GET /api/audit/verification: audit.read',
  'GET /api/audit: audit.read',
  'GET /api/calendars/:id/recomputation: calendar.read',
  'GET /api/calendars/:id/years/:year: calendar.read',
  'GET /api/calendars/:id: calendar.read',
  'GET /api/calendars: calendar.read',
  'GET /api/catalogue/:version: catalogue.read',
  'GET /api/catalogue/comparison: catalogue.read',
  'GET /api/catalogue/drafts/:id/check: catalogue.edit',
  'GET /api/catalogue/drafts/:id: catalogue.edit',
  'GET /api/catalogue/drafts: catalogue.edit',
  'GET /api/catalogue/dry-runs/:id/rows: catalogue.edit',
  'GET /api/catalogue/dry-runs/:id: catalogue.edit',
  'GET /api/catalogue/proposals: catalogue.edit',
  'GET /api/catalogue: catalogue.read',
  'GET /api/chain-settings: catalogue.read',
  'GET /api/contacts/:id: contact.read',
  'GET /api/contacts: contact.read',
  'GET /api/drafts: signed-in',
  'GET /api/duties: ticket.read',
  'GET /api/failed-jobs: jobs.read',
  'GET /api/group-flags: ticket.read',
  'GET /api/groups: ticket.read',
  'GET /api/ladder: ladder.read',
  'GET /api/limits/comparison: calendar.read',
  'GET /api/limits/versions: calendar.read',
  'GET /api/limits: signed-in',
  'GET /api/live: signed-in',
  'GET /api/notices: signed-in',
  'GET /api/numbers/:metric/rows: numbers.read',
  'GET /api/numbers/children: numbers.read',
  'GET /api/numbers/tiles: numbers.read',
  'GET /api/numbers: numbers.read',
  'GET /api/orders: ticket.read',
  'GET /api/places: signed-in',
  'GET /api/provisional-clocks: calendar.read',
  'GET /api/restatements: calendar.read',
  'GET /api/session/demo-accounts: public',
  'GET /api/session: signed-in',
  'GET /api/tickets/:id/events: ticket.read',
  'GET /api/tickets/:id/group: ticket.read',
  'GET /api/tickets/:id/legal-facts: ticket.read',
  'GET /api/tickets/:id/notes: ticket.read',
  'GET /api/tickets/:id/petition: ticket.read',
  'GET /api/tickets/:id/suggestions: ticket.dispatch',
  'GET /api/tickets/:id/supervision: ticket.read',
  'GET /api/tickets/:id: ticket.read',
  'GET /api/tickets/counts: ticket.read',
  'GET /api/tickets: ticket.read',
  'GET /api/unit-changes/:id: unit.reorganise',
  'GET /api/unit-changes: unit.reorganise',
  'GET /api/units/:id/duty-leader: duty.read',
  'GET /api/units/:id/duty-roster: duty.read',
  'GET /api/units/:id: unit.read',
  'GET /api/units/by-path: unit.read',
  'GET /api/units: unit.read',
  'GET /api/vocabulary: signed-in',
  'GET /health/live: public',
  'GET /health/ready: public',
  'GET /metrics: public',
  'PATCH /api/accounts/:id: account.manage',
  'PATCH /api/units/:id: unit.manage',
  'POST /api/accounts/:id/memberships: account.manage',
  'POST /api/accounts/:id/tokens: account.manage',
  'POST /api/accounts: account.manage',
  'POST /api/attachments: ticket.read',
  'POST /api/calendars/:id/draft/check: calendar.edit',
  'POST /api/calendars/:id/draft/import-preview: calendar.edit',
  'POST /api/calendars/:id/draft/publish: calendar.edit',
  'POST /api/calendars/drafts: calendar.edit',
  'POST /api/callers/lookup: contact.log',
  'POST /api/catalogue/:version/rollback: catalogue.edit',
  'POST /api/catalogue/drafts/:id/dry-runs: catalogue.edit',
  'POST /api/catalogue/drafts/:id/publication: catalogue.edit',
  'POST /api/catalogue/drafts: catalogue.edit',
  'POST /api/catalogue/dry-runs/:id/cancellation: catalogue.edit',
  'POST /api/catalogue/proposals/:id/ruling: catalogue.edit',
  'POST /api/catalogue/proposals: ticket.rule',
  'POST /api/chain-settings: chains.manage',
  'POST /api/contacts: contact.log',
  'POST /api/dispatch/preview: catalogue.read',
  'POST /api/failed-jobs/:id/redrive: jobs.redrive',
  'POST /api/legal/compute: ticket.read',
  'POST /api/limits/draft/check: limits.edit',
  'POST /api/limits/draft/publish: limits.edit',
  'POST /api/limits/draft: limits.edit',
  'POST /api/notices/read: signed-in',
  'POST /api/places/guess: contact.log',
  'POST /api/session: public',
  'POST /api/tickets/:id/archive: ticket.archive',
  'POST /api/tickets/:id/call-backs: ticket.call-back',
  'POST /api/tickets/:id/close: ticket.call-back',
  'POST /api/tickets/:id/dispatch: ticket.dispatch',
  'POST /api/tickets/:id/identity-consent: identity.reveal',
  'POST /api/tickets/:id/identity: identity.reveal',
  'POST /api/tickets/:id/ladder/take-over: ticket.supervise',
  'POST /api/tickets/:id/legal-facts: legal.edit',
  'POST /api/tickets/:id/link: ticket.group',
  'POST /api/tickets/:id/notes/read: ticket.read',
  'POST /api/tickets/:id/notes: ticket.read',
  'POST /api/tickets/:id/orders/:orderId/answer: order.answer',
  'POST /api/tickets/:id/orders/:orderId/end: ticket.supervise',
  'POST /api/tickets/:id/pass-down: ticket.handle',
  'POST /api/tickets/:id/petition/acts: petition.record',
  'POST /api/tickets/:id/petition: petition.mark',
  'POST /api/tickets/:id/raise: ticket.supervise',
  'POST /api/tickets/:id/recall: ticket.read',
  'POST /api/tickets/:id/receipts/:receiptId/confirm: ticket.read',
  'POST /api/tickets/:id/recusals: ticket.read',
  'POST /api/tickets/:id/reports: ticket.handle',
  'POST /api/tickets/:id/returns/:returnId/ruling: ticket.rule',
  'POST /api/tickets/:id/returns: ticket.handle',
  'POST /api/tickets/:id/reviews: ticket.review',
  'POST /api/tickets/:id/sign: ticket.sign',
  'POST /api/tickets/:id/specialist-transfers: specialist.transfer',
  'POST /api/tickets/:id/supervisions: ticket.supervise',
  'POST /api/tickets/:id/supports/:supportId/decline: ticket.handle',
  'POST /api/tickets/:id/supports/:supportId/insist: support.ask',
  'POST /api/tickets/:id/supports/:supportId/pass: ticket.handle',
  'POST /api/tickets/:id/supports/:supportId/report: ticket.handle',
  'POST /api/tickets/:id/supports/:supportId/sign: ticket.sign',
  'POST /api/tickets/:id/supports/:supportId/waive: ticket.handle',
  'POST /api/tickets/:id/supports/:supportId/withdraw: support.ask',
  'POST /api/tickets/:id/supports/:supportId/worker-contacts: ticket.handle',
  'POST /api/tickets/:id/supports: support.ask',
  'POST /api/tickets/:id/unlink: ticket.group',
  'POST /api/tickets/:id/urges: ticket.urge',
  'POST /api/tickets/:id/worker-contacts: ticket.handle',
  'POST /api/tickets: ticket.open',
  'POST /api/unit-changes/:id/cancel: unit.reorganise',
  'POST /api/unit-changes/:id/start: unit.reorganise',
  'POST /api/unit-changes: unit.reorganise',
  'POST /api/units/:id/duty-roster: duty.manage',
  'POST /api/units: unit.manage',
  'PUT /api/calendars/:id/draft: calendar.edit',
  'PUT /api/catalogue/drafts/:id: catalogue.edit',
  'PUT /api/drafts/:id: signed-in',
  'PUT /api/ladder: ladder.manage',
  'PUT /api/limits/draft: limits.edit',
  'PUT /api/units/:id/calendar: unit.manage',
];

/** A new route, or a change of what one demands, has to be written down here by a person. */
describe('every route', () => {
  it('demands the permission that is written here', () => {
    expect(routes()).toEqual(DEMANDS);
  });
});
