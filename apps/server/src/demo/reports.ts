import type { FieldCode, Outcome } from '@hotline/ticket';
import { between, chance, pick, type Random } from './random.js';

export interface DemoReport {
  readonly narrative: string;
  /** Yuan with two decimals, null when no money came back. */
  readonly amountRecovered: string | null;
  readonly peopleHelped: number | null;
}

export interface ReportScene {
  readonly field: FieldCode;
  readonly people: number | null;
  readonly employer: string | null;
}

/** Fields in which a settlement is told in money. */
const MONEY_FIELDS: ReadonlySet<string> = new Set([
  'pay',
  'contract',
  'insurance',
  'injury',
  'legal',
  'new-forms',
]);
const PAID = ['negotiated', 'mediated', 'letter', 'hardship-aid'];

const WITH_MONEY: Partial<Record<Outcome, readonly string[]>> = {
  negotiated: [
    '签收当日电话联系职工核实情况，次日会同街道工会到单位了解。经与{employer}负责人两次协商，单位确认拖欠事实，向 {people} 名职工共支付 {amount} 元，职工已收到转账并确认。',
    '走访{employer}，查看考勤和工资台账，与单位核对金额后达成一致，一次性支付 {amount} 元。已电话告知职工，职工表示认可。',
  ],
  mediated: [
    '由工会劳动争议调解委员会主持调解，双方就金额和付款日期达成协议，{employer}分两期支付 {amount} 元，第一期已到账，调解协议书已送达双方。',
    '会同司法所、人社所联合调解，双方签订调解协议，支付 {amount} 元，并引导双方申请仲裁审查确认。',
  ],
  letter: [
    '向{employer}发出《工会劳动法律监督提示函》，单位在期限内回函整改，补发 {amount} 元，并修改了有关规定。',
    '两次约谈无果后发出意见书，抄送人社部门，单位补付 {amount} 元，职工已确认。',
  ],
};

const NARRATIVES: Readonly<Record<Outcome, readonly string[]>> = {
  negotiated: [
    '联系职工了解诉求后到{employer}走访，与单位行政协商，单位同意按职工要求调整，已张贴通知，职工表示满意。',
    '组织职工代表与单位面对面沟通，达成一致意见，整改措施已落实，涉及 {people} 人。',
  ],
  mediated: [
    '由街道工会牵头调解，双方对争议事项达成书面协议，单位当场落实，职工确认。',
    '联合妇联、司法所调解，双方握手言和，协议已存档。',
  ],
  letter: [
    '向{employer}发出《工会劳动法律监督提示函》，单位书面回复整改措施，现场复查已落实。',
    '发出工会建议书，督促单位履行民主程序，单位已重新公示并征求意见。',
  ],
  'to-inspection': [
    '经核实，{employer}存在违法事实但拒绝配合，已将线索和材料移送区劳动保障监察大队，受理回执已转告职工，将持续跟进。',
    '陪同职工到劳动保障监察机构提交投诉材料并当场受理，已说明办理期限和联系人。',
  ],
  'to-arbitration': [
    '双方对事实争议较大，协商不成，已协助职工整理证据、代写申请书，仲裁委已受理并出具受理通知书。',
    '单位不同意调解，引导职工申请劳动仲裁，工会派员陪同立案。',
  ],
  'to-legal-aid': [
    '经审查符合援助条件，已指派工会律师代理，签订援助协议，律师已与职工约定面谈时间。',
    '转请法律援助中心受理，指派律师已接手，案件材料完成移交。',
  ],
  'to-petition': [
    '诉求涉及历史遗留问题，已按规定移送信访部门办理，并书面告知职工受理单位和期限。',
    '经会商，由信访联席机制统一办理，工会负责情况反馈和职工思想疏导。',
  ],
  'hardship-aid': [
    '上门核实家庭情况，符合困难职工条件，已建档并发放救助金 {amount} 元，同时协助申请互助保障理赔。',
    '街道工会入户走访，送去慰问金 {amount} 元和生活物资，协助对接民政临时救助。',
  ],
  membership: [
    '联系职工后由街道工会办理入会手续，会员卡已激活，告知可享受的服务项目。',
    '派建会指导员到{employer}，召开筹备会，已批复成立工会，首批 {people} 名职工入会。',
  ],
  explained: [
    '电话联系职工，逐条解释有关政策依据和办理途径，职工表示清楚，没有其他要求。',
    '当面解答政策并提供书面材料，留下联系电话，职工表示理解。',
    '经核对，职工所问事项由社保经办机构办理，已告知窗口、材料和时限，职工认可。',
  ],
  'not-founded': [
    '调取考勤和工资发放记录，{employer}已按约定足额支付，职工所述与事实不符，已出示材料并当面说明。',
    '经走访和询问同岗位职工，未发现反映的情况，已将核实过程告知职工。',
  ],
  unreachable: [
    '三日内分不同时段拨打五次均无人接听，短信未回复，按登记地址走访未见其人，保留材料待其再次联系。',
    '号码停机，登记单位查无此人，已在工单注明，如再次来电可随时恢复办理。',
  ],
  withdrawn: [
    '职工来电说明已与单位自行和解，主动要求撤回诉求，通话已记录。',
    '职工因个人原因撤回，已确认为本人真实意思并告知可再次反映。',
  ],
  blocked: [
    '{employer}已进入破产程序，资产待处置，已协助 {people} 名职工申报债权，待管理人确认后推进，并落实临时帮扶。',
    '涉及政策尚未出台实施细则，已向上级工会书面报告并告知职工，承诺有进展主动联系。',
  ],
};

/** What a handler writes when reporting; money and people agree with the outcome and the field. */
export function report(random: Random, outcome: Outcome, scene: ReportScene): DemoReport {
  const paid = PAID.includes(outcome) && (MONEY_FIELDS.has(scene.field) || outcome === 'hardship-aid');
  const people = scene.people ?? 1;
  const perHead = outcome === 'hardship-aid' ? between(random, 5, 50) * 100 : between(random, 12, 180) * 100;
  const amount = paid ? perHead * (outcome === 'hardship-aid' ? 1 : people) : null;
  const texts = (paid ? WITH_MONEY[outcome] : undefined) ?? NARRATIVES[outcome];
  const helped = !['not-founded', 'unreachable', 'withdrawn', 'blocked'].includes(outcome);
  const narrative = pick(random, texts)
    .replaceAll('{employer}', scene.employer ?? '该单位')
    .replaceAll('{people}', String(people))
    .replaceAll('{amount}', (amount ?? 0).toLocaleString('en-US'));
  return {
    narrative: chance(random, 0.3) ? `${narrative}建议回访核实。` : narrative,
    amountRecovered: amount === null ? null : amount.toFixed(2),
    peopleHelped: helped ? people : null,
  };
}
