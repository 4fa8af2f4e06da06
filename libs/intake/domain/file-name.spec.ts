import { cleanFileName, MOST_NAME } from './file-name.js';

it.each([
  ['工资条.pdf', '工资条.pdf'],
  [' 劳动合同 (1).PDF ', '劳动合同 (1).pdf'],
  ['考勤|九月?.xlsx', '考勤_九月_.xlsx'],
  ['v1.2 记录.txt', 'v1.2 记录.txt'],
  ['录\u202E音.mp3', '录音.mp3'],
  ['a\u0000b.txt', 'ab.txt'],
  ['𠮷.png', '𠮷.png'],
])('%p becomes %p', (given, name) => expect(cleanFileName(given)).toEqual({ ok: true, value: name }));

it('keeps the ending of a long name', () => {
  const cleaned = cleanFileName(`${'长'.repeat(500)}.pdf`);
  expect(cleaned.ok && [...cleaned.value].length).toBe(MOST_NAME);
  expect(cleaned.ok && cleaned.value.endsWith('.pdf')).toBe(true);
});

it.each([
  ['../../etc/passwd.txt', 'path'],
  ['..\\windows.txt', 'path'],
  ['a/b.pdf', 'path'],
  ['工资条', 'no-extension'],
  ['.pdf', 'no-extension'],
  ['', 'no-extension'],
  ['工资条.pdf.exe', 'active-content'],
  ['工资条.exe.pdf', 'active-content'],
  ['图.svg', 'active-content'],
  ['page.HTML', 'active-content'],
  ['macro.docm', 'active-content'],
  ['工资条.html .pdf', null],
  ['a\u202Efdp.exe', 'active-content'],
])('%p is refused: %s', (given, problem) => {
  const cleaned = cleanFileName(given);
  expect(cleaned.ok ? null : cleaned.refusal.facts?.problem).toBe(problem);
});
