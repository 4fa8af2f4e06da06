import { blankForm, formOf, maskNumber, phaseOf, titleFrom } from './contact-form';

const start = '2026-03-16T06:00:00.000Z';

describe('titleFrom', () => {
  it.each([
    ['', ''],
    ['来电人称公司拖欠两个月工资。要求支付', '公司拖欠两个月工资'],
    ['职工反映：食堂卫生差\n已拍照', '食堂卫生差'],
    ['咨询年休假怎么算？', '年休假怎么算'],
    ['来电人称', '来电人称'],
    ['工'.repeat(60), `${'工'.repeat(39)}…`],
    ['𠮷'.repeat(41), `${'𠮷'.repeat(39)}…`],
  ])('%s → %s', (text, title) => {
    expect(titleFrom(text)).toBe(title);
  });
});

describe('maskNumber', () => {
  it.each([
    ['', ''],
    ['110', '110'],
    ['12351', '12***51'],
    ['13800002046', '138****2046'],
    ['0755-2600 0000', '075****0000'],
  ])('%s → %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });
});

describe('phaseOf', () => {
  const call = blankForm('call', start);
  it.each([
    [call, 'ringing'],
    [{ ...call, answeredAt: start }, 'talking'],
    [{ ...call, answeredAt: start, endedAt: start }, 'after'],
    [{ ...call, endedAt: start }, 'missed'],
    [blankForm('letter', start), 'written'],
  ])('case %#', (form, phase) => {
    expect(phaseOf(form)).toBe(phase);
  });
});

it('gives a stored draft of an older console the fields it lacks', () => {
  const form = formOf({ text: '旧', places: { workplace: null } }, start);
  expect(form).toMatchObject({ text: '旧', tags: [], difficulty: 'general', channel: 'call' });
  expect(Object.keys(form.places)).toEqual(['caller', 'workplace', 'employerSeat', 'insurance']);
});
