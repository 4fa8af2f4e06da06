import type { Template } from '../template.js';

export const PAY: readonly Template[] = [
  {
    item: 'unpaid-wages',
    title: '拖欠 {count} 个月工资 {amount} 元',
    facts:
      '{since}起在该单位做{post}，约定月工资 {wage} 元。{months}工资至今未发，同岗位 {people} 人情况相同。{date}曾到单位询问，{reply}。{proof}。',
    wish: '足额支付拖欠的工资 {amount} 元，担心被列入黑名单，要求不向单位透露姓名。',
    question: '单位拖欠 {count} 个月工资，投诉、支付令和仲裁怎么选？',
    answer:
      '可向工作地劳动保障监察机构投诉；欠条或工资条清楚的，可依劳动合同法第三十条申请支付令；有争议的申请劳动仲裁，自离职之日起一年内提出。请保留考勤、工资条和转账记录。',
    people: [2, 40],
    tags: ['group'],
  },
  {
    item: 'subcontract-wages',
    title: '{place}工地班组 {people} 人欠薪',
    facts:
      '跟着班组在{place}一处工地做{post}，{from}进场，按天记工。工程已经完工，班组 {people} 人共欠 {total} 元。劳务公司说总包没有拨款，总包说款已付清，{reply}。现场没有看到维权信息告示牌。{proof}。',
    wish: '由总承包单位先行清偿，核对工资专用账户。',
    question: '分包老板跑了，工地的工资该找谁要？',
    answer:
      '依保障农民工工资支付条例第三十条，分包单位拖欠的由施工总承包单位先行清偿再追偿。可凭记工单、现场照片向工程所在地劳动保障监察机构投诉。',
    people: [6, 60],
    tags: ['group', 'migrant', 'construction'],
    industries: ['construction'],
  },
  {
    item: 'overtime-pay',
    title: '长期加班未付加班费',
    facts:
      '在该单位做{post}，每天工作 {hours} 小时，每周休一天，工资条上只有“综合补贴”一项，没有加班费。月工资 {wage} 元。{date}向{boss}提出，{reply}。{proof}。',
    wish: '核算并补发{from}以来的加班费。',
    question: '包薪制还能不能要加班费，周末加班按几倍算？',
    answer:
      '依劳动法第四十四条，工作日延时不低于 150%，休息日不能补休的不低于 200%，法定休假日不低于 300%。约定包薪的，折算后不得低于法定标准。',
  },
  {
    item: 'wage-deduction',
    title: '以损坏物料为由扣工资',
    facts:
      '{date}领工资时发现被扣 {fine} 元，{boss}说是损坏物料的赔偿，没有出示任何单据，也没有让本人签字。上个月同班组也有 {others} 人被扣。月工资 {wage} 元。',
    wish: '退还扣款，公开赔偿依据。',
    question: '单位说我弄坏了东西，能从工资里扣多少？',
    answer:
      '确因本人原因造成损失且有约定的，每月扣除不超过当月工资的 20%，扣后不得低于当地最低工资（工资支付暂行规定第十六条）；没有依据的扣款可要求返还。',
  },
  {
    item: 'minimum-wage',
    title: '扣完社保和餐费后工资低于最低工资',
    facts:
      '做{post}，每天上班 {hours} 小时，{from}以来每月到手一千五百多元，单位说基本工资就是这么多，其余是绩效，绩效为零。同样情况的有 {people} 人。{reply}。',
    wish: '按当地最低工资标准补足差额。',
    question: '绩效为零，到手低于最低工资合法吗？',
    answer:
      '提供了正常劳动，剔除加班工资、高温夜班等津贴后的工资不得低于当地最低工资标准，不足的由单位补足。可先保留工资条，再向劳动保障监察机构反映。',
    people: [3, 15],
  },
  {
    item: 'severance',
    title: '单位搬迁后不付经济补偿',
    facts:
      '{since}入职，做{post}，月平均工资 {wage} 元。{date}单位宣布搬到外市，不去的按自动离职处理，不谈经济补偿，{people} 名职工没有签字。{reply}。',
    wish: '按工作年限支付经济补偿。',
    question: '厂子搬到外市，我不去，有没有补偿？',
    answer:
      '劳动合同订立时的客观情况发生重大变化、协商不成而解除的，应支付经济补偿，每满一年支付一个月工资（劳动合同法第四十条、四十六条、四十七条）。',
    people: [5, 80],
    tags: ['group', 'risk-group'],
    industries: ['manufacturing'],
  },
  {
    item: 'bonus',
    title: '离职后提成不予结算',
    facts:
      '做{post}，劳动合同写明按季度结算提成。{date}办完离职，单位说“人不在职不发提成”，涉及 {amount} 元。{proof}。',
    wish: '按合同结算离职前的提成。',
    question: '年底前离职，提成和年终奖还能拿吗？',
    answer:
      '约定了计算办法的提成属于劳动报酬，离职时应一次付清；年终奖看合同和规章制度的约定，单位不能只以离职为由拒付已完成部分。',
    industries: ['retail', 'information', 'services'],
  },
];
