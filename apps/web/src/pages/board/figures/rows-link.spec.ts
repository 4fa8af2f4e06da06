import { metricFrom, resultFrom, rowsLink } from './rows-link';

describe('the address of rows', () => {
  const address = rowsLink('on-time', 'unit-53', { from: '2026-10-24', to: '2026-11-22' }, 'miss');

  it('says what it shows', () => {
    expect(address).toBe(
      '/board/rows?metric=on-time&unitId=unit-53&from=2026-10-24&to=2026-11-22&result=miss',
    );
  });

  it('reads back as it was written', () => {
    const parameters = new URLSearchParams(address.split('?')[1]);
    expect([metricFrom(parameters), resultFrom(parameters)]).toEqual(['on-time', 'miss']);
  });

  it('falls back to all rows of the on-time rate', () => {
    const parameters = new URLSearchParams('metric=temperature&result=maybe');
    expect([metricFrom(parameters), resultFrom(parameters)]).toEqual(['on-time', 'all']);
  });
});
