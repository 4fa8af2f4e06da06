import type { HopView, ReportView, TicketView, UnitBrief } from '../../api/contract';
import { chainSteps } from './chain-steps';

const unit = (id: string): UnitBrief => ({ id, code: id, name: id, level: 'city', kind: 'territorial' });
const [nation, province, city, county] = ['nation', 'province', 'city', 'county'].map(unit) as [
  UnitBrief,
  UnitBrief,
  UnitBrief,
  UnitBrief,
];
const hop = (
  id: string,
  toUnit: UnitBrief,
  role: HopView['role'] = 'lead',
  fromUnit: UnitBrief | null = null,
) => ({ id, toUnit, role, fromUnit }) as HopView;
const accepted = (by: UnitBrief) =>
  ({ unit: by, by: 'x', at: '2026-03-17T01:00:00Z', decision: 'accept', reason: null }) as const;
const report = (reviews: ReportView['reviews']) => ({ reviews }) as ReportView;

type Facts = Parameters<typeof chainSteps>[0];
const facts = (change: Partial<TicketView>): Facts =>
  ({
    hops: [hop('h1', province), hop('h2', city), hop('h3', county)],
    reports: [],
    path: [city, province, nation],
    turn: { unit: county, expected: 'report' },
    state: 'handling',
    callBacks: [],
    closedAt: null,
    redo: false,
    ...change,
  }) as Facts;

const read = (change: Partial<TicketView>): string[] =>
  chainSteps(facts(change)).map((step) => {
    if (step.kind === 'hop') return `${step.hop.toUnit.id}${step.current ? ' now' : ''}`;
    return step.kind === 'review' ? `review ${step.unit.id} ${step.phase}` : `call-back ${step.phase}`;
  });

describe('the chain of custody', () => {
  it('shows the reviews that are still to come while the county handles', () => {
    expect(read({})).toEqual([
      'province',
      'city',
      'county now',
      'review city future',
      'review province future',
      'review nation future',
      'call-back future',
    ]);
  });

  it('moves through the reviews after the report', () => {
    const change: Partial<TicketView> = {
      state: 'reported',
      turn: { unit: province, expected: 'review' },
      reports: [report([accepted(city)])],
    };
    expect(read(change).slice(2)).toEqual([
      'county',
      'review city done',
      'review province current',
      'review nation future',
      'call-back future',
    ]);
  });

  it('does not count the reviews of a report that was sent back', () => {
    const redone = report([accepted(city), { ...accepted(province), decision: 'redo' }]);
    expect(read({ redo: true, reports: [redone] }).slice(2, 5)).toEqual([
      'county now',
      'review city future',
      'review province future',
    ]);
  });

  it('ends with the call-back and the close', () => {
    const reports = [report([accepted(city), accepted(province), accepted(nation)])];
    expect(read({ state: 'call-back', reports }).at(-1)).toBe('call-back current');
    expect(read({ state: 'closed', reports, turn: null }).at(-1)).toBe('call-back done');
    expect(read({ state: 'closed', reports: [], turn: null })).not.toContain('call-back done');
  });

  it('hangs a supporting unit under the lead that asked it', () => {
    const hops = [hop('h1', county), { ...hop('h2', unit('street'), 'support', county), parentHopId: 'h1' }];
    const [lead] = chainSteps(facts({ hops }));
    expect(lead?.kind === 'hop' && lead.support.map((one) => one.id)).toEqual(['h2']);
  });
});
