import { element, SHARED, type Element } from './elements.js';

const { post, months, amount, contract, attendance, payer, asked, headcount, wish, when, insured, union } =
  SHARED;

const scene = element(
  'scene',
  '受伤经过',
  'What happened',
  '摔|砸|夹|割|烫|触电|坠|撞|碰|中毒|受伤|事故|轧|烧|晕',
  '在哪里、做什么事时受的伤：',
);
const treatment = element(
  'treatment',
  '诊断与治疗',
  'Diagnosis',
  '诊断|住院|手术|医院|出院|骨折|治疗|病历|尘肺|听力',
  '在哪家医院、怎么诊断的：',
);
const recognised = element(
  'recognised',
  '是否申请工伤认定',
  'Recognition',
  '认定|鉴定|申报|人社',
  '有没有申请工伤认定，是否已满一年：',
);
const notice = element(
  'notice',
  '解除通知',
  'Notice',
  '通知|书面|口头|短信|微信|辞退|解除|开除',
  '单位什么时候、用什么方式通知的：',
);
const reason = element(
  'reason',
  '单位给的理由',
  "Employer's reason",
  '理由|原因|称|说是|因为|以.{1,16}为由',
  '单位给的理由是什么：',
);
const rota = element(
  'rota',
  '每天每周工时',
  'Hours a day and week',
  '小时|点到|早.{0,8}晚|每天|每周|休息|两班|三班|单休|倒班',
  '每天几点到几点，每周休几天：',
);
const danger = element(
  'danger',
  '危险在哪里',
  'The danger',
  '粉尘|噪声|噪音|高温|有毒|气味|护栏|防护|高处|漏电|隐患|消防|口罩|手套|安全帽|高空',
  '在哪个部位、有什么危险：',
);
const injured = element(
  'injured',
  '有无人受伤',
  'Anyone hurt',
  '受伤|伤亡|没有人受伤|无人受伤|身体|不适|头晕|咳嗽',
  '有没有人受伤或者身体不适：',
);
const stage = element(
  'stage',
  '孕产哺乳情况',
  'Pregnancy or nursing',
  '怀孕|孕|产假|哺乳|生育|预产|流产|岁',
  '怀孕几周或者产后多久（未成年人写年龄）：',
);
const procedure = element(
  'procedure',
  '经过的程序',
  'Procedure',
  '职代会|职工代表|公示|讨论|表决|公开|协商|投票|征求',
  '有没有经过职代会、有没有公示：',
);
const document = element(
  'document',
  '涉及的制度或合同',
  'Rule or contract',
  '制度|规定|方案|合同|办法|手册',
  '是哪一份制度或者合同，手里有没有：',
);
const household = element(
  'household',
  '家庭收入与人口',
  'Household',
  '收入|低保|家里|家庭|孩子|老人|子女|失业|贷款',
  '家里几口人、月收入多少：',
);
const hardship = element(
  'hardship',
  '致困原因',
  'Cause of hardship',
  '病|手术|住院|残|灾|失业|学费|去世|意外',
  '因为什么困难，花了多少：',
);
const aidBefore = element(
  'aid-before',
  '已有救助',
  'Aid so far',
  '救助|低保|帮扶|报销|捐款|建档|慰问|互助',
  '有没有建档，得到过哪些救助：',
);
const step = element(
  'step',
  '进行到哪一步',
  'Where it stands',
  '仲裁|起诉|开庭|判决|裁决|调解|立案|一审|执行',
  '有没有申请仲裁或者起诉，到哪一步：',
);
const proof = element(
  'proof',
  '现有证据',
  'Proof',
  '证据|记录|录音|聊天|工资条|流水|照片|证明',
  '手里有哪些证据：',
);
const deadline = element(
  'deadline',
  '时效',
  'Time limit',
  '\\d\\s*(?:年|月|日|号|天)|时效|到期|期限',
  '最晚的期限是哪一天：',
);
const platform = element(
  'platform',
  '平台与站点',
  'Platform and station',
  '平台|站点|站长|配送|网约车|代驾|直播|加盟|众包|专送',
  '哪个平台、哪个站点，专送还是众包：',
);
const deal = element(
  'deal',
  '签的什么协议',
  'Agreement',
  '合同|协议|个体|合作|没签|未签',
  '签的是劳动合同还是合作协议：',
);
const body = element(
  'body',
  '反映的工会',
  'Which union',
  '工会|主席|干部|工作人员',
  '反映的是哪一级工会、哪个部门：',
);
const fact = element('fact', '具体事实', 'Facts', '\\d|没有|不|未|拒', '具体是什么事，有什么依据：');
const place = element('place', '地点', 'Place', '省|市|区|县|镇|街道|村|园区|路', '在什么地方：');

/** In the order in which an agent would ask. Keys are the fields of a ticket. */
export const ELEMENT_HINTS: Readonly<Record<string, readonly Element[]>> = {
  pay: [post, { ...months, zh: '欠薪月份' }, amount, contract, attendance, asked],
  contract: [
    post,
    contract,
    notice,
    reason,
    { ...months, zh: '工作年限', question: '从什么时候干到什么时候：' },
    wish,
  ],
  hours: [post, rota, { ...months, zh: '持续多久' }, attendance, headcount],
  insurance: [contract, insured, { ...months, zh: '缺缴月份' }, asked, wish],
  injury: [when, scene, treatment, insured, recognised, contract],
  safety: [payer, danger, injured, headcount, asked],
  'women-minors': [post, stage, contract, reason, wish],
  democracy: [payer, document, procedure, headcount, wish],
  membership: [payer, union, headcount, wish],
  hardship: [household, hardship, aidBefore, amount, union],
  legal: [step, deadline, proof, amount, wish],
  'new-forms': [platform, deal, { ...months, zh: '工作时段' }, amount, reason, proof],
  'union-affairs': [body, when, fact, wish],
  other: [when, place, wish],
};

export interface TickedElement extends Omit<Element, 'pattern'> {
  readonly present: boolean;
}

/** Which facts a text already holds; empty for an unknown field. Only the first 5,000 characters are read. */
export function tickElements(field: string, text: string): TickedElement[] {
  const read = text.slice(0, 5_000);
  const elements = Object.hasOwn(ELEMENT_HINTS, field) ? (ELEMENT_HINTS[field] ?? []) : [];
  return elements.map(({ pattern, ...rest }) => ({ ...rest, present: new RegExp(pattern, 'u').test(read) }));
}

/** The questions for what is missing, one a line, ready to insert below the text; empty when nothing is. */
export function missingQuestions(field: string, text: string): string {
  const missing = tickElements(field, text).filter(({ present }) => !present);
  return missing.map(({ question }) => question).join('\n');
}
