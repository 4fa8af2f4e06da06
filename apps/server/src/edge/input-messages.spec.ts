import { inputMessage } from './input-messages.js';

it.each([
  [{ most: 3 }, '最多 3', 'At most 3'],
  [{ problem: 'leads' }, '该单位是主办单位，不能同时协办', 'This unit leads; it cannot support as well'],
  [{ problem: 'too-long', most: 400 }, '区间太长，最多 400 天', 'Too long: at most 400 days'],
  [{ problem: 'of-a-kind-nobody-named' }, null, null],
  [undefined, null, null],
])('%j is said in both languages', (facts, zh, en) => {
  expect([inputMessage({ facts }, 'zh-CN'), inputMessage({ facts }, 'en')]).toEqual([zh, en]);
});
