/**
 * A fact the receiving unit will ask for first. `pattern` is the source of a regular expression with the `u` flag, so
 * that it can travel to the console; it holds no nested repeats, so a long text cannot make it slow.
 */
export interface Element {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly pattern: string;
  /** What the agent asks and the desk inserts, answered behind the colon. */
  readonly question: string;
}

const NUMBER = '(?:\\d|[一二三四五六七八九十百两半])';

export function element(code: string, zh: string, en: string, pattern: string, question: string): Element {
  return { code, zh, en, pattern, question };
}

/** Facts that several fields share. */
export const SHARED = {
  post: element(
    'post',
    '岗位',
    'Post',
    '岗|工种|职务|担任|从事|车间|班组|司机|保安|保洁|厨师|服务员|技术员|工程师|文员|会计|店员|教师|护士|骑手|快递员|普工|[机电焊木瓦漆钳水]工|修工|操作工|钢筋工',
    '什么岗位、什么时候入职：',
  ),
  months: element(
    'months',
    '起止月份',
    'Months',
    `${NUMBER}\\s*(?:月|个月|个多月)|上个?月|去年|今年|年底`,
    '从哪年哪月到哪年哪月：',
  ),
  amount: element(
    'amount',
    '金额',
    'Amount',
    `${NUMBER}[\\d,.]*\\s*(?:元|块|万|千)`,
    '一共多少元，怎么算的：',
  ),
  contract: element(
    'contract',
    '是否签劳动合同',
    'Written contract',
    '合同|协议',
    '有没有签书面劳动合同，手里有没有一份：',
  ),
  attendance: element(
    'attendance',
    '有无考勤记录',
    'Attendance records',
    '考勤|打卡|签到|排班|记工|工资条|转账|流水|聊天记录',
    '有没有考勤、工资条、转账或聊天记录：',
  ),
  payer: element(
    'payer',
    '用工主体',
    'Who employs',
    '公司|厂|项目部|包工头|总包|分包|劳务|单位|店|平台|学校|医院',
    '和谁签的合同、谁发工资、谁管考勤：',
  ),
  asked: element(
    'asked',
    '是否找过单位',
    'Employer asked before',
    '找过|协商|沟通|反映过|投诉过|人事|答复|拒绝|不同意|推脱|让.{0,4}等',
    '有没有找过单位，单位怎么答复：',
  ),
  headcount: element(
    'headcount',
    '涉及人数',
    'People',
    `${NUMBER}\\s*(?:余|多)?(?:人|名|位)|本人|一个人|我们`,
    '除本人外还有多少人：',
  ),
  wish: element(
    'wish',
    '具体诉求',
    'What is asked for',
    '要求|诉求|希望|请求|想(?:问|要|知道|请)|请工会|能否|能不能|怎么办',
    '希望怎么解决：',
  ),
  when: element(
    'when',
    '发生时间',
    'When',
    `${NUMBER}\\s*(?:年|月|日|号|天|点|时)|昨天|今天|前天|上周|上个?月`,
    '什么时候发生的：',
  ),
  insured: element(
    'insured',
    '参保地与参保情况',
    'Insurance and its place',
    '参保|社保|缴费|断缴|投保',
    '社保在哪里缴、缴到什么时候：',
  ),
  union: element('union', '单位有无工会', 'Union at work', '工会|会员', '单位有没有工会，是不是会员：'),
} as const;
