import { terms, type Term } from './terms.js';

/** 问题领域 with its items: what the worker's matter is about. */
export interface Field<Code extends string = string> extends Term<Code> {
  readonly items: readonly Term[];
}

const PAY = terms([
  ['unpaid-wages', '拖欠工资', 'Unpaid wages'],
  ['wage-deduction', '克扣工资', 'Wage deductions'],
  ['overtime-pay', '加班费', 'Overtime pay'],
  ['minimum-wage', '低于最低工资', 'Below the minimum wage'],
  ['bonus', '奖金与提成', 'Bonus and commission'],
  ['severance', '经济补偿与赔偿金', 'Severance and compensation'],
  ['double-wages', '未签合同双倍工资', 'Double wages without a contract'],
  ['subcontract-wages', '分包欠薪与工资专户', 'Wages in a chain of subcontractors'],
]);
const CONTRACT = terms([
  ['no-contract', '未签劳动合同', 'No written contract'],
  ['unlawful-dismissal', '违法解除', 'Unlawful dismissal'],
  ['layoff', '经济性裁员', 'Layoffs'],
  ['transfer-of-post', '调岗降薪', 'Change of post or pay'],
  ['leaving-papers', '离职证明与档案', 'Leaving certificate and files'],
  ['probation', '试用期', 'Probation'],
  ['agency-work', '劳务派遣与外包', 'Agency work and outsourcing'],
  ['non-compete', '竞业限制与违约金', 'Non-compete and penalties'],
]);
const HOURS = terms([
  ['excess-overtime', '超时加班', 'Excessive overtime'],
  ['rest-days', '休息日与法定节假日', 'Rest days and holidays'],
  ['annual-leave', '带薪年休假', 'Paid annual leave'],
  ['sick-leave', '病假与医疗期', 'Sick leave'],
  ['special-hours', '综合工时与不定时工时', 'Special working-hour systems'],
  ['shift-rota', '排班与倒班', 'Shifts and rotas'],
]);
const INSURANCE = terms([
  ['not-insured', '未缴社会保险', 'Not insured'],
  ['short-paid', '缴费基数不实', 'Contributions on too low a base'],
  ['arrears', '断缴与补缴', 'Gaps and arrears'],
  ['transfer', '转移接续', 'Transfer between places'],
  ['pension', '养老与退休', 'Pension and retirement'],
  ['unemployment', '失业保险待遇', 'Unemployment benefit'],
  ['medical', '医疗保险待遇', 'Medical insurance'],
  ['housing-fund', '住房公积金', 'Housing fund'],
]);
const INJURY = terms([
  ['recognition', '工伤认定', 'Recognition as work injury'],
  ['assessment', '劳动能力鉴定', 'Assessment of working ability'],
  ['benefits', '工伤待遇', 'Work-injury benefits'],
  ['uninsured-injury', '未参保工伤', 'Injury without insurance'],
  ['occupational-disease', '职业病诊断与待遇', 'Occupational disease'],
  ['commuting', '上下班途中事故', 'Accident on the way to work'],
  ['over-age', '超龄人员受伤', 'Injury beyond retirement age'],
]);
const SAFETY = terms([
  ['hidden-danger', '安全隐患', 'Hidden danger'],
  ['protective-gear', '劳动防护用品', 'Protective equipment'],
  ['dust-poison-noise', '粉尘毒物噪声', 'Dust, poison, noise'],
  ['heat', '高温与津贴', 'Heat and heat allowance'],
  ['health-check', '职业健康检查', 'Occupational health checks'],
  ['forced-risk', '强令冒险作业', 'Ordered to take risks'],
  ['food-lodging', '食宿卫生', 'Food and lodging'],
]);
const WOMEN_MINORS = terms([
  ['pregnancy-dismissal', '孕产哺乳期解除', 'Dismissal in pregnancy or nursing'],
  ['maternity-leave', '产假与生育津贴', 'Maternity leave and allowance'],
  ['nursing-time', '哺乳时间', 'Nursing time'],
  ['banned-work', '禁忌劳动', 'Work banned for women'],
  ['harassment', '性骚扰', 'Sexual harassment'],
  ['discrimination', '就业歧视', 'Discrimination'],
  ['minors', '未成年工与童工', 'Young workers and child labour'],
]);
const DEMOCRACY = terms([
  ['workers-congress', '职工代表大会', "Workers' congress"],
  ['open-affairs', '厂务公开', 'Openness of factory affairs'],
  ['collective-contract', '集体合同', 'Collective contract'],
  ['wage-bargaining', '工资集体协商', 'Wage bargaining'],
  ['rules-procedure', '规章制度程序', 'Procedure of company rules'],
  ['worker-directors', '职工董事监事', 'Worker directors and supervisors'],
]);
const MEMBERSHIP = terms([
  ['join', '申请入会', 'Joining'],
  ['found', '组建工会', 'Founding a union'],
  ['transfer-membership', '会员转接', 'Transfer of membership'],
  ['card', '会员卡与实名认证', 'Member card and verification'],
  ['benefits', '会员福利与慰问', 'Member benefits'],
  ['services', '疗休养与职工服务', 'Rest stays and services'],
  ['dues', '会费与经费', 'Dues and funds'],
]);
const HARDSHIP = terms([
  ['poverty', '困难职工建档', 'Registration as in hardship'],
  ['medical-aid', '大病救助', 'Aid in grave illness'],
  ['schooling', '金秋助学', 'Help with schooling'],
  ['mutual-aid', '职工互助保障', 'Mutual insurance'],
  ['job-help', '就业帮扶与培训', 'Help into work, training'],
  ['urgent-aid', '应急救助', 'Emergency aid'],
  ['counselling', '心理关爱', 'Counselling'],
]);
const LEGAL = terms([
  ['advice', '法律咨询', 'Legal advice'],
  ['arbitration-aid', '代理仲裁', 'Representation in arbitration'],
  ['lawsuit-aid', '代理诉讼', 'Representation in court'],
  ['papers', '代写法律文书', 'Drafting of papers'],
  ['mediation', '劳动争议调解', 'Mediation'],
  ['enforcement', '裁决执行', 'Enforcement of awards'],
]);
const NEW_FORMS = terms([
  ['relationship', '劳动关系认定', 'Is it employment'],
  ['deactivation', '封号与派单限制', 'Deactivation and fewer orders'],
  ['settlement', '报酬结算与抽成', 'Settlement and commission'],
  ['fines', '罚款与差评申诉', 'Fines and appeals'],
  ['injury-cover', '职业伤害保障', 'Cover for work injury'],
  ['algorithm', '算法与配送时限', 'Algorithms and delivery times'],
  ['stations', '驿站与休息', 'Stations and rest'],
]);
const UNION_AFFAIRS = terms([
  ['inaction', '工会不作为', 'Union does not act'],
  ['election', '换届选举', 'Elections'],
  ['funds', '经费使用', 'Use of funds'],
  ['staff-conduct', '工作人员作风', 'Conduct of staff'],
  ['officer-protection', '工会干部保护', 'Protection of union officers'],
  ['handling', '对办理的意见', 'About the handling of a ticket'],
]);
const OTHER = terms([
  ['consumer', '消费与生活', 'Consumer matters'],
  ['civil-dispute', '民事纠纷', 'Civil disputes'],
  ['public-service', '公共服务', 'Public services'],
  ['unclear', '诉求不清', 'Unclear'],
]);

export const FIELDS = [
  { code: 'pay', zh: '劳动报酬', en: 'Pay', items: PAY },
  { code: 'contract', zh: '劳动合同与解除', en: 'Contract and dismissal', items: CONTRACT },
  { code: 'hours', zh: '工时加班休假', en: 'Hours, overtime, leave', items: HOURS },
  { code: 'insurance', zh: '社会保险公积金', en: 'Social insurance and housing fund', items: INSURANCE },
  { code: 'injury', zh: '工伤职业病', en: 'Work injury and disease', items: INJURY },
  { code: 'safety', zh: '劳动安全卫生', en: 'Safety and health', items: SAFETY },
  { code: 'women-minors', zh: '女职工与未成年工', en: 'Women and young workers', items: WOMEN_MINORS },
  { code: 'democracy', zh: '民主管理与集体协商', en: 'Participation and bargaining', items: DEMOCRACY },
  { code: 'membership', zh: '建会入会与会员服务', en: 'Membership and services', items: MEMBERSHIP },
  { code: 'hardship', zh: '困难帮扶与互助保障', en: 'Hardship and mutual aid', items: HARDSHIP },
  { code: 'legal', zh: '法律援助', en: 'Legal aid', items: LEGAL },
  { code: 'new-forms', zh: '新就业形态', en: 'New forms of work', items: NEW_FORMS },
  { code: 'union-affairs', zh: '工会自身工作', en: 'The union itself', items: UNION_AFFAIRS },
  { code: 'other', zh: '其他', en: 'Other', items: OTHER },
] as const satisfies readonly Field[];

export type FieldCode = (typeof FIELDS)[number]['code'];
