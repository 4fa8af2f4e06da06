import { filtersOf, queryOf } from './filters';

const of = (address: string, roles: Parameters<typeof filtersOf>[1] = ['handler']) =>
  filtersOf(new URLSearchParams(address), roles);

describe('the filters of the orders', () => {
  it.each([
    ['a handler answers', '', ['handler'] as const, { side: 'received', state: 'open' }],
    ['a supervisor looks after', '', ['handler', 'supervisor'] as const, { side: 'given', state: 'open' }],
    ['the address leads', 'side=below&state=all', ['supervisor'] as const, { side: 'below', state: 'all' }],
    [
      'nonsense is the beginning',
      'side=x&state=y&kind=z',
      ['handler'] as const,
      { side: 'received', kind: null },
    ],
  ])('%s', (_, address, roles, expected) => {
    expect(of(address, roles)).toMatchObject(expected);
  });

  it('asks the server for no state when all are wanted', () => {
    expect(queryOf(of('state=all&kind=urge&unit=u'))).toEqual({
      side: 'received',
      state: undefined,
      kind: 'urge',
      unitId: 'u',
    });
  });
});
