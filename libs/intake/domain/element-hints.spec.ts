import { FIELDS } from '@hotline/ticket';
import { ELEMENT_HINTS, missingQuestions, tickElements } from './element-hints.js';

const present = (field: string, text: string): string[] =>
  tickElements(field, text)
    .filter((element) => element.present)
    .map(({ zh }) => zh);

describe('element hints', () => {
  it('exist for every field, three to six each, none twice', () => {
    expect(Object.keys(ELEMENT_HINTS).sort()).toEqual(FIELDS.map(({ code }) => code).sort());
    for (const elements of Object.values(ELEMENT_HINTS)) {
      expect(elements.length).toBeGreaterThanOrEqual(3);
      expect(elements.length).toBeLessThanOrEqual(6);
      expect(new Set(elements.map(({ code }) => code)).size).toBe(elements.length);
    }
  });

  it('tick nothing in an empty text and ask for everything', () => {
    for (const [field, elements] of Object.entries(ELEMENT_HINTS)) {
      expect(present(field, '')).toEqual([]);
      expect(missingQuestions(field, '').split('\n')).toEqual(elements.map(({ question }) => question));
    }
  });

  it.each([
    ['pay', '在注塑车间做机修工，月工资 7,200 元，2025 年 12 月起没发。', ['岗位', '欠薪月份', '金额']],
    ['pay', '没签劳动合同，有打卡记录，找过人事。', ['是否签劳动合同', '有无考勤记录', '是否找过单位']],
    ['pay', '老板欠我们一万二，拖了半年。', ['金额']],
    ['pay', '拖了三个月', ['欠薪月份']],
    [
      'injury',
      '3 月 2 日被机器夹伤手指，住院，单位没给参保。',
      ['发生时间', '受伤经过', '诊断与治疗', '参保地与参保情况'],
    ],
    ['hours', '早八点到晚九点，单休，有排班表', ['每天每周工时', '有无考勤记录']],
    ['women-minors', '怀孕六个月被口头辞退，理由是岗位撤销', ['岗位', '孕产哺乳情况', '单位给的理由']],
    ['new-forms', '众包骑手，没签合同，被封号', ['平台与站点', '签的什么协议']],
    ['legal', '仲裁裁决下来了，5 月 6 日到期，想请律师', ['进行到哪一步', '时效', '具体诉求']],
    ['nothing', '任何文字', []],
    ['constructor', '任何文字', []],
  ])('%s: %s', (field, text, names) => {
    expect(present(field, text)).toEqual(names);
  });

  it('say nothing more when every fact is there', () => {
    const text = '电工，2025 年 11 月到 12 月工资 9,000 元未付，签了合同，有考勤，找过项目部。';
    expect(missingQuestions('pay', text)).toBe('');
  });

  it('read a very long text without falling behind', () => {
    const text = '一二三四五六七八九十'.repeat(100_000);
    for (const field of Object.keys(ELEMENT_HINTS)) expect(tickElements(field, text)).toBeDefined();
  });
});
