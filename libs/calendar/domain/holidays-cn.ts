/** One festival of a year's plan: the days off, first and last included, and the make-up workdays 调休. */
export interface Festival {
  readonly name: string;
  readonly off: readonly [first: string, last: string];
  readonly makeUp: readonly string[];
}

/** The holidays of one year as the General Office of the State Council announced them in `notice`. */
export interface HolidayYear {
  readonly year: number;
  readonly notice: string;
  readonly festivals: readonly Festival[];
}

/** Source and licence: libs/calendar/data/NOTICE.md. */
export const HOLIDAYS_CN: readonly HolidayYear[] = [
  {
    year: 2025,
    notice: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
    festivals: [
      { name: '元旦', off: ['2025-01-01', '2025-01-01'], makeUp: [] },
      { name: '春节', off: ['2025-01-28', '2025-02-04'], makeUp: ['2025-01-26', '2025-02-08'] },
      { name: '清明节', off: ['2025-04-04', '2025-04-06'], makeUp: [] },
      { name: '劳动节', off: ['2025-05-01', '2025-05-05'], makeUp: ['2025-04-27'] },
      { name: '端午节', off: ['2025-05-31', '2025-06-02'], makeUp: [] },
      { name: '国庆节、中秋节', off: ['2025-10-01', '2025-10-08'], makeUp: ['2025-09-28', '2025-10-11'] },
    ],
  },
  {
    year: 2026,
    notice: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    festivals: [
      { name: '元旦', off: ['2026-01-01', '2026-01-03'], makeUp: ['2026-01-04'] },
      { name: '春节', off: ['2026-02-15', '2026-02-23'], makeUp: ['2026-02-14', '2026-02-28'] },
      { name: '清明节', off: ['2026-04-04', '2026-04-06'], makeUp: [] },
      { name: '劳动节', off: ['2026-05-01', '2026-05-05'], makeUp: ['2026-05-09'] },
      { name: '端午节', off: ['2026-06-19', '2026-06-21'], makeUp: [] },
      { name: '中秋节', off: ['2026-09-25', '2026-09-27'], makeUp: [] },
      { name: '国庆节', off: ['2026-10-01', '2026-10-07'], makeUp: ['2026-09-20', '2026-10-10'] },
    ],
  },
];
