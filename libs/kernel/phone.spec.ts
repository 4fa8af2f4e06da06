import { canonicalPhone, maskPhone, normalisePhone } from './phone.js';

const mobile = { kind: 'mobile', digits: '15400002046' };
const landline = { kind: 'landline', areaCode: '0755', local: '16123456', extension: null };

describe('normalising a number', () => {
  it.each([
    ['15400002046', mobile],
    ['154 0000 2046', mobile],
    ['154-0000-2046', mobile],
    ['１５４００００２０４６', mobile],
    ['+86 154 0000 2046', mobile],
    ['+8615400002046', mobile],
    ['008615400002046', mobile],
    ['(+86)15400002046', mobile],
    ['8615400002046', mobile],
    ['015400002046', mobile],
    ['1795115400002046', mobile],
    ['0755-16123456', landline],
    ['075516123456', landline],
    ['(0755)16123456', landline],
    ['(0755) 1612-3456', landline],
    ['+86 755 26123456', { ...landline, local: '26123456' }],
    ['755-26123456', { ...landline, local: '26123456' }],
    ['0086-0755-26123456', { ...landline, local: '26123456' }],
    ['0755-26123456-801', { ...landline, local: '26123456', extension: '801' }],
    ['0755-26123456转801', { ...landline, local: '26123456', extension: '801' }],
    ['010-16123456', { kind: 'landline', areaCode: '010', local: '16123456', extension: null }],
    ['10 62345678', { kind: 'landline', areaCode: '010', local: '62345678', extension: null }],
    ['0898-1612345', { kind: 'landline', areaCode: '0898', local: '1612345', extension: null }],
    ['12351', { kind: 'service', digits: '12351' }],
    ['010-12351', { kind: 'service', digits: '12351' }],
    ['110', { kind: 'service', digits: '110' }],
    ['95588', { kind: 'service', digits: '95588' }],
    ['10086', { kind: 'service', digits: '10086' }],
    ['4008123456', { kind: 'service', digits: '4008123456' }],
    ['(+852) 2345-6789', { kind: 'overseas', digits: '85223456789' }],
    ['+852 2345 6789', { kind: 'overseas', digits: '85223456789' }],
    ['0085223456789', { kind: 'overseas', digits: '85223456789' }],
    ['26123456', { kind: 'unknown', digits: '26123456' }],
    ['8001', { kind: 'unknown', digits: '8001' }],
    ['1064912345678', { kind: 'unknown', digits: '1064912345678' }],
    ['', null],
    ['未知', null],
    ['anonymous', null],
    ['12', null],
    ['1540000204x', null],
    ['1'.repeat(1_000), null],
    ['\u0000', null],
  ])('%p', (input, phone) => {
    expect(normalisePhone(input)).toEqual(phone);
  });

  it.each([
    ['+86 154 0000 2046', '15400002046'],
    ['(0755)1612-3456', '075516123456'],
    ['0755-26123456转801', '075526123456'],
    ['+852 2345 6789', '+85223456789'],
    ['未知', null],
  ])('spells %p as %p', (input, canonical) => {
    expect(canonicalPhone(input)).toBe(canonical);
  });
});

describe('masking a number', () => {
  it.each([
    ['15400002046', '154****2046'],
    ['+86 154 0000 2046', '154****2046'],
    ['0755-16123123', '0755-****123'],
    ['010-16123456', '010-****456'],
    ['0755-16123456-801', '0755-****456'],
    ['12351', '12351'],
    ['+852 2345 6789', '+85****89'],
    ['26123456', '****56'],
    ['8001', '****'],
    ['anonymous', '****'],
    ['', '****'],
  ])('%p → %s', (input, masked) => {
    expect(maskPhone(input)).toBe(masked);
  });
});
