import { hasPersonalNumber, maskPersonalNumbers } from './personal-data.js';

describe('numbers of persons in a text', () => {
  it.each([
    ['13812342046', '138****2046'],
    ['联系人138-1234-2046，下午方便', '联系人138****2046，下午方便'],
    ['138 1234 2046', '138****2046'],
    ['１３８１２３４２０４６', '138****2046'],
    ['座机0755-26661234', '座机075*****1234'],
    ['身份证 44030519900101123X 已核', '身份证 440***********123X 已核'],
    ['两个：13812342046、13912345678', '两个：138****2046、139****5678'],
  ])('%s', (text, masked) => {
    expect(hasPersonalNumber(text)).toBe(true);
    expect(maskPersonalNumbers(text)).toBe(masked);
    expect(hasPersonalNumber(masked)).toBe(false);
  });

  it.each(['工单20260316-00655', '金额 12600.50 元', '接警号 2026031000123', '110、120、12351', '10086'])(
    'leaves %s alone',
    (text) => {
      expect(hasPersonalNumber(text)).toBe(false);
      expect(maskPersonalNumbers(text)).toBe(text);
    },
  );
});
