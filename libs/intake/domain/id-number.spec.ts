import { checkCharacter, idNumberFault, isIdNumber, maskIdNumber } from './id-number.js';

/** The example printed in GB 11643-1999 and numbers made up by the rule; none was issued by this text. */
describe('an identity number', () => {
  it.each([
    ['11010519491231002X', null],
    ['11010519491231002x', null],
    [' 1101 0519 4912 3100 2X ', null],
    ['１１０１０５１９４９１２３１００２Ｘ', null],
    ['440524188001010014', 'birth-date'],
    ['11010519491231002', 'length'],
    ['110105491231002', 'length'],
    ['', 'length'],
    ['11010519491231002XX', 'length'],
    ['1101051949123100AX', 'characters'],
    ['1101O519491231002X', 'characters'],
    ['991105194912310021', 'place'],
    ['110105194902290023', 'birth-date'],
    ['110105194913310021', 'birth-date'],
    ['110105194912310021', 'check-character'],
    ['110105194912310039', 'check-character'],
  ])('%p: %p', (number, fault) => {
    expect(idNumberFault(number)).toBe(fault);
    expect(isIdNumber(number)).toBe(fault === null);
  });

  it('accepts 29 February only in a leap year', () => {
    const withCheck = (head: string): string => head + checkCharacter(head);
    expect(isIdNumber(withCheck('11010520000229001'))).toBe(true);
    expect(idNumberFault(withCheck('11010519000229001'))).toBe('birth-date');
  });

  it('refuses a birth after today', () => {
    const head = '11010520260317001';
    const number = head + checkCharacter(head);
    expect(idNumberFault(number, '2026-03-17')).toBeNull();
    expect(idNumberFault(number, '2026-03-16')).toBe('birth-date');
  });

  it('notices every single wrong digit', () => {
    const number = '11010519491231002X';
    for (let at = 0; at < 17; at++) {
      const wrong = number.slice(0, at) + ((Number(number.charAt(at)) + 1) % 10) + number.slice(at + 1);
      expect(isIdNumber(wrong)).toBe(false);
    }
  });
});

describe('masking an identity number', () => {
  it.each([
    ['11010519491231002X', '110*************2X'],
    ['110105491231002', '110**********02'],
    ['1234', '****'],
    ['', ''],
  ])('%p → %p', (number, masked) => {
    expect(maskIdNumber(number)).toBe(masked);
  });
});
