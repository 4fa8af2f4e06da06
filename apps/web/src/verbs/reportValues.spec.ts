import { EMPTY_REPORT, reportBody, reportIsComplete } from './reportValues';

describe('the values of a report', () => {
  it('needs an outcome and words', () => {
    expect(reportIsComplete(EMPTY_REPORT)).toBe(false);
    expect(reportIsComplete({ ...EMPTY_REPORT, outcome: 'mediated', narrative: '  ' })).toBe(false);
    expect(reportIsComplete({ ...EMPTY_REPORT, outcome: 'mediated', narrative: '已调解' })).toBe(true);
  });

  it('sends only what was filled in', () => {
    expect(reportBody({ ...EMPTY_REPORT, outcome: 'explained', narrative: ' 已解释 ' })).toEqual({
      outcome: 'explained',
      narrative: '已解释',
      proof: {},
    });
  });

  it('sends yuan with two decimals, and zero is an amount', () => {
    const values = { ...EMPTY_REPORT, outcome: 'mediated', narrative: 'x' };
    expect(reportBody({ ...values, amount: '331200' })).toMatchObject({ amountRecovered: '331200.00' });
    expect(reportBody({ ...values, amount: '0' })).toMatchObject({ amountRecovered: '0.00' });
  });
});
