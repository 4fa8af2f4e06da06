import type { Industry } from '@hotline/ticket';
import { between, pick, type Random } from './random.js';

const DAY_MS = 86_400_000;

const POSTS: Partial<Record<Industry, readonly string[]>> = {
  construction: ['木工', '钢筋工', '瓦工', '电工', '抹灰工', '塔吊司机', '杂工'],
  manufacturing: ['注塑机操作工', '机修工', '质检员', '缝纫工', '焊工', '包装工', '叉车司机'],
  services: ['保洁员', '保安', '服务员', '厨师', '前台', '护理员'],
  transport: ['货车司机', '分拣员', '快递员', '仓管员', '调度员'],
  retail: ['收银员', '理货员', '导购', '采购员'],
  information: ['测试工程师', '客服专员', '开发工程师', '运维工程师'],
  platform: ['外卖骑手', '网约车司机', '代驾司机', '快递员'],
  mining: ['掘进工', '破碎机操作工', '爆破工'],
  'education-health': ['教师', '护士', '护理员', '教务'],
  railway: ['线路工', '信号工'],
  aviation: ['地勤', '装卸员'],
  finance: ['客户经理', '外包客服'],
  'central-organs': ['后勤服务员', '司机'],
  agriculture: ['养殖工', '采摘工'],
};

const CHOICES = {
  reply: [
    '公司答复“等客户回款”，没有给出日期',
    '人事经理说“再等等”，此后不接电话',
    '负责人称资金周转困难，让自己去仲裁',
    '车间主任说这是公司规定，不服可以走人',
    '单位口头答应月底解决，到期没有兑现',
    '项目部让找劳务公司，劳务公司让找项目部',
  ],
  proof: [
    '手里有考勤截图和转账记录',
    '有工资条和工作群聊天记录',
    '保留了打卡记录和工牌照片',
    '有班组记工本，工友可以作证',
    '只有微信聊天记录，没有书面材料',
    '劳动合同原件在单位，自己没有',
  ],
  boss: ['人事经理', '车间主任', '部门主管', '项目经理', '分管副总'],
  hurt: [
    '右手食指末节骨折',
    '左手两根手指被夹伤',
    '腰椎压缩性骨折',
    '右小腿骨折',
    '面部和手臂烫伤',
    '左膝韧带撕裂',
  ],
  fall: ['右小腿骨折', '腰椎压缩性骨折', '左膝韧带撕裂', '锁骨骨折', '脚踝粉碎性骨折', '额头缝了六针'],
  illness: ['慢性肾病', '乳腺恶性肿瘤', '急性白血病', '脑出血', '重症肺炎', '股骨头坏死'],
  platform: ['某外卖平台', '某网约车平台', '某同城配送平台', '某代驾平台'],
} as const;

const yuan = (amount: number): string => amount.toLocaleString('en-US');
const monthWord = (date: Date): string => `${date.getUTCFullYear()} 年 ${date.getUTCMonth() + 1} 月`;
const dayWord = (date: Date): string => `${date.getUTCMonth() + 1} 月 ${date.getUTCDate()} 日`;

export type Slots = Readonly<Record<string, string>>;

export interface Scene {
  /** Day of the contact, `YYYY-MM-DD`: every date in the text lies before it. */
  readonly day: string;
  readonly industry: Industry;
  readonly people: number;
  /** 深圳市南山区 */
  readonly place: string;
}

/** Values that agree with each other: the sum is the monthly wage times the months that are owed. */
export function slotsFor(random: Random, scene: Scene): Slots {
  const count = between(random, 1, 4);
  const wage = between(random, 32, 110) * 100;
  const others = Math.max(scene.people - 1, 1);
  return {
    ...datesFor(random, scene.day, count),
    place: scene.place,
    post: pick(random, POSTS[scene.industry] ?? ['普工', '文员', '技术员']),
    wage: yuan(wage),
    amount: yuan(wage * count),
    total: yuan(wage * count * scene.people),
    cost: yuan(between(random, 12, 160) * 1_000),
    fine: yuan(between(random, 2, 20) * 50),
    count: String(count),
    people: String(scene.people),
    others: String(others),
    years: String(between(random, 2, 14)),
    hours: String(between(random, 11, 13)),
    weeks: String(between(random, 9, 30)),
    age: String(between(random, 26, 55)),
    reply: pick(random, CHOICES.reply),
    proof: pick(random, CHOICES.proof),
    boss: pick(random, CHOICES.boss),
    hurt: pick(random, CHOICES.hurt),
    fall: pick(random, CHOICES.fall),
    illness: pick(random, CHOICES.illness),
    platform: pick(random, CHOICES.platform),
  };
}

function datesFor(random: Random, day: string, count: number): Slots {
  const today = Date.parse(`${day}T00:00:00Z`);
  const firstOfMonth = new Date(today);
  firstOfMonth.setUTCDate(1);
  const monthsAgo = (months: number): Date => {
    const date = new Date(firstOfMonth);
    date.setUTCMonth(date.getUTCMonth() - months);
    return date;
  };
  const event = between(random, 8, 26);
  return {
    since: monthWord(monthsAgo(between(random, 8, 60))),
    from: monthWord(monthsAgo(count)),
    months:
      count === 1 ? monthWord(monthsAgo(1)) : `${monthWord(monthsAgo(count))}至 ${monthWord(monthsAgo(1))}`,
    date: dayWord(new Date(today - event * DAY_MS)),
    later: dayWord(new Date(today - between(random, 1, event - 3) * DAY_MS)),
  };
}

/**
 * Puts the values in and parts figures from characters by a space, as the console's texts do.
 * @throws RangeError for a slot that does not exist, so that no brace reaches a screen
 */
export function fill(text: string, slots: Slots): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new RangeError(`no slot ${name}`);
    return value;
  });
  return filled.replace(/(\p{Script=Han})(?=\d)/gu, '$1 ').replace(/(\d)(?=\p{Script=Han})/gu, '$1 ');
}
