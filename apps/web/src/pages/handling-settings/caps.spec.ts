import { capsOf, changedCaps } from './caps';

const inForce = { returnCap: 1, extensionPercent: 50, pauseWorkingDays: 20 };

describe('the caps of requests', () => {
  it.each([
    ['nothing', {}, []],
    ['one', { returnCap: 0 }, ['returnCap']],
    [
      'several, in the order of the page',
      { pauseWorkingDays: 10, extensionPercent: 40 },
      ['extensionPercent', 'pauseWorkingDays'],
    ],
  ])('knows what was changed: %s', (_, change, expected) => {
    expect(changedCaps({ ...inForce, ...change }, inForce)).toEqual(expected);
  });

  it('takes only the caps of a version', () => {
    expect(capsOf({ ...inForce, version: 3, reason: '试行' } as typeof inForce)).toEqual(inForce);
  });
});
