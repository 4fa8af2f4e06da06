import type { Template } from '../template.js';

export const WOMEN_MINORS: readonly Template[] = [
  {
    item: 'pregnancy-dismissal',
    title: '怀孕 {weeks} 周被辞退',
    facts:
      '做{post}，月工资 {wage} 元。{date}告知单位怀孕 {weeks} 周，一周后以“不胜任”为由发了解除通知。此前考核都是合格。',
    wish: '撤销解除决定，恢复劳动关系。',
    question: '孕期单位能不能解除合同？',
    answer:
      '不得因怀孕、生育、哺乳降低工资、辞退或解除合同（女职工劳动保护特别规定第五条），孕产哺乳期内也不得以不胜任等非过失理由解除（劳动合同法第四十二条）。',
  },
  {
    item: 'maternity-leave',
    title: '产假期间停发工资',
    facts:
      '{from}开始休产假，单位没有缴生育保险，产假期间一分钱没有发，说“没上班就没工资”。工龄 {years} 年，原岗位{post}。',
    wish: '补发产假工资。',
    question: '产假多少天，工资谁发？',
    answer:
      '基本产假九十八天，各省另有延长；参保的由生育保险支付津贴，未参保的由单位按产假前工资标准支付（女职工劳动保护特别规定第七条、第八条）。',
  },
  {
    item: 'nursing-time',
    title: '哺乳期安排夜班，不给哺乳时间',
    facts: '孩子七个月，{date}被安排上夜班，提出每天一小时哺乳时间，{boss}说“别人都没有”。岗位是{post}。',
    wish: '落实哺乳时间，不安排夜班。',
    question: '哺乳时间算不算工作时间？',
    answer:
      '对哺乳未满一周岁婴儿的，每天安排一小时哺乳时间，计入劳动时间，不得延长工时或安排夜班（女职工劳动保护特别规定第九条）。',
  },
  {
    item: 'harassment',
    title: '被上级言语骚扰',
    facts:
      '{since}入职做{post}，部门主管多次发送露骨信息并有肢体接触，{date}向人事反映后反被调岗。保留了聊天记录。本人情绪低落，睡不着觉。',
    wish: '对当事人严格保密，调查处理并恢复岗位。',
    question: '遇到职场性骚扰怎么保留证据？',
    answer:
      '请保存聊天记录、录音和同事证言，及时书面向单位反映；单位有预防和制止的义务（女职工劳动保护特别规定第十一条）。情节严重的请报警，我们可以安排女律师和心理咨询。',
    tags: ['risk-media'],
  },
  {
    item: 'banned-work',
    title: '经期被安排冷库作业',
    facts: '在冷库做{post}，单位不区分男女，{people} 名女工经期也要进零下十八度的库房，提出调换被拒绝。',
    wish: '按规定调整女职工作业安排。',
    question: '哪些活不能安排女职工做？',
    answer:
      '女职工禁忌从事的劳动范围见女职工劳动保护特别规定附录，经期禁忌包括冷水作业和低温作业的分级规定，单位应书面告知相关岗位。',
    people: [2, 18],
    industries: ['manufacturing', 'transport', 'retail'],
  },
  {
    item: 'discrimination',
    title: '入职时被要求承诺三年内不生育',
    facts:
      '{date}面试{post}，单位要求签承诺书，三年内不得怀孕，否则视为自动离职。已经录用的 {people} 名女职工都签过。',
    wish: '纠正招聘歧视，作废承诺书。',
    question: '入职承诺书写不许怀孕，有效吗？',
    answer:
      '限制女职工结婚生育的内容无效（妇女权益保障法、就业促进法第二十七条）。可以向人社部门和妇联反映，工会可以向单位发提示函。',
    people: [2, 20],
  },
  {
    item: 'minors',
    title: '十五岁学生在厂里上夜班',
    facts:
      '来电人的侄子今年十五岁，暑假被中介送到该厂做{post}，每天工作 {hours} 小时，上夜班，中介押着工资。同去的有 {people} 人。',
    wish: '立即停止使用童工，结清工资，送回家中。',
    question: '十七岁能不能进厂？',
    answer:
      '禁止招用未满十六周岁的人；满十六未满十八的为未成年工，不得安排有毒有害和矿山井下等劳动，并应定期体检（劳动法第十五条、六十四条、六十五条）。',
    people: [2, 9],
    tags: ['minor', 'risk-media'],
    industries: ['manufacturing'],
  },
];
