import { employerKey } from './employer-key.js';

describe('one spelling for one employer', () => {
  it.each([
    ['深圳市某某电子有限公司', '深圳市某某电子'],
    ['深圳市某某电子公司', '深圳市某某电子'],
    ['  深圳市某某 电子（南山）有限责任公司 ', '深圳市某某电子南山'],
    ['深圳市某某电子(南山)股份有限公司', '深圳市某某电子南山'],
    ['某某服装厂', '某某服装'],
    ['ＡＢＣ Logistics Ltd.', 'abclogisticsltd'],
    ['公司', '公司'],
    ['某公司', '某公司'],
  ])('%s → %s', (name, key) => expect(employerKey(name)).toBe(key));

  it.each([[''], ['（ ）'], [null], [undefined]])('%p has none', (name) =>
    expect(employerKey(name)).toBeNull(),
  );
});
