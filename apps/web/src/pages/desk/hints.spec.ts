import { hintsFor } from './hints';

const present = (text: string): string[] =>
  hintsFor('pay', text, 'zh')
    .filter((hint) => hint.present)
    .map((hint) => hint.label);

it('has no hints before a field is chosen', () => {
  expect(hintsFor(null, '拖欠工资 7,200 元', 'zh')).toEqual([]);
});

it('ticks what the text holds', () => {
  expect(present('做机修工，欠 7,200 元')).toEqual(expect.arrayContaining(['岗位', '金额']));
});

it('does not take an inserted question for its answer', () => {
  const questions = hintsFor('pay', '', 'zh').map((hint) => hint.question);
  expect(present(questions.join('\n'))).toEqual([]);
  expect(present(`${questions[0] ?? ''}机修工，去年 3 月`)).toContain('岗位');
});
