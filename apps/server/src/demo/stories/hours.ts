import type { Template } from '../template.js';

export const HOURS: readonly Template[] = [
  {
    item: 'excess-overtime',
    title: '连续加班，每天 {hours} 小时',
    facts:
      '车间两班倒，每天上班 {hours} 小时，{from}以来每月只休两天，请假要扣全勤奖。{people} 名同事都有意见，{date}向{boss}反映，{reply}。',
    wish: '落实每周休息，控制加班时间。',
    question: '一个月最多能安排多少小时加班？',
    answer:
      '经与工会和劳动者协商，一般每日不超过一小时，特殊原因不超过三小时，每月不超过三十六小时（劳动法第四十一条）。',
    people: [4, 50],
    industries: ['manufacturing', 'transport'],
  },
  {
    item: 'annual-leave',
    title: '工作 {years} 年从未休过年休假',
    facts:
      '在该单位做{post} {years} 年，从来没有安排过年休假，也没有补偿。{date}提出申请，{boss}说“公司没有这个规定”。有社保缴费记录可以证明工龄。',
    wish: '安排休假，或按规定支付未休年休假工资。',
    question: '年休假几天，没休的怎么补？',
    answer:
      '累计工作满一年不满十年的五天，满十年不满二十年的十天，满二十年的十五天；应休未休的按日工资的 300% 支付（职工带薪年休假条例第三条、第五条）。',
  },
  {
    item: 'rest-days',
    title: '法定节假日上班不补休不付三倍',
    facts:
      '做{post}，元旦和春节都安排上班共 {count} 天，单位只说以后补休，工资条没有体现。班组 {people} 人情况相同。{proof}。',
    wish: '按法定节假日标准支付加班工资。',
    question: '春节加班可以用补休代替三倍工资吗？',
    answer: '法定休假日安排工作的，应支付不低于 300% 的工资，不能用补休代替；休息日加班才可以先安排补休。',
    people: [3, 25],
  },
  {
    item: 'sick-leave',
    title: '病假期间工资按零发放',
    facts:
      '因{illness}住院，{date}提交了医院病假条，单位当月没有发工资，还说再请假就按自动离职处理。工龄 {years} 年，月工资 {wage} 元。',
    wish: '补发病假工资，保留劳动关系。',
    question: '医疗期有多长，病假工资最低多少？',
    answer:
      '医疗期按工作年限为三至二十四个月，期间不得以非过失理由解除合同；病假工资可以低于最低工资，但不得低于最低工资标准的 80%。',
  },
  {
    item: 'special-hours',
    title: '以综合工时为由不算加班',
    facts:
      '单位说实行综合计算工时，所以每月上 26 天、每天 {hours} 小时都不算加班，但没有出示批准文件，也没有公示。涉及{post}岗位 {people} 人。',
    wish: '核实是否经过批准，超出部分支付加班费。',
    question: '综合工时要不要审批，怎么查？',
    answer:
      '实行综合计算工时应经人社部门批准，并在单位公示；周期内超过法定标准工时的部分按 150% 支付。可以向当地人社部门查询是否批准。',
    people: [5, 40],
  },
  {
    item: 'shift-rota',
    title: '排班临时改，夜班连早班',
    facts:
      '做{post}，排班表经常前一天晚上才发，{date}上完夜班只隔五个小时又上早班，当天有人在岗位上晕倒。{reply}。',
    wish: '提前公布排班，保证两班之间的休息。',
    question: '夜班接早班，中间至少要休息多久？',
    answer:
      '法律规定每日不超过八小时、每周至少休息一日，两班间隔由集体合同或规章制度约定；涉及过劳和安全风险的，工会可以向单位提出整改建议。',
    tags: ['risk-safety'],
    industries: ['services', 'transport', 'education-health'],
  },
];
