/**
 * The articles this room quotes, word for word. Source and terms: libs/legal/data/NOTICE.md. `quote` is null where the
 * text itself is not held here: then the law is named and nothing is claimed to be its wording.
 */
export interface Article {
  readonly law: string;
  /** Day of the version quoted; null where the text is not held. */
  readonly version: string | null;
  readonly article: string;
  readonly quote: string | null;
}

const ARBITRATION = { law: '中华人民共和国劳动争议调解仲裁法', version: '2007-12-29' } as const;
const INJURY = { law: '工伤保险条例', version: '2010-12-20' } as const;
const INSPECTION = { law: '劳动保障监察条例', version: '2004-11-01' } as const;
const PETITION = { law: '信访工作条例', version: '2022-02-25' } as const;
const INJURY_CASES = {
  law: '最高人民法院关于审理工伤保险行政案件若干问题的规定',
  version: '2014-06-18',
} as const;
const CIVIL_CODE = { law: '中华人民共和国民法典', version: null, quote: null } as const;

export const ARTICLES = {
  'mediation-14': {
    ...ARBITRATION,
    article: '第十四条第三款',
    quote: '自劳动争议调解组织收到调解申请之日起十五日内未达成调解协议的，当事人可以依法申请仲裁。',
  },
  'arbitration-27-1': {
    ...ARBITRATION,
    article: '第二十七条第一款',
    quote: '劳动争议申请仲裁的时效期间为一年。仲裁时效期间从当事人知道或者应当知道其权利被侵害之日起计算。',
  },
  'arbitration-27-2': {
    ...ARBITRATION,
    article: '第二十七条第二款',
    quote:
      '前款规定的仲裁时效，因当事人一方向对方当事人主张权利，或者向有关部门请求权利救济，或者对方当事人同意履行义务而中断。从中断时起，仲裁时效期间重新计算。',
  },
  'arbitration-27-3': {
    ...ARBITRATION,
    article: '第二十七条第三款',
    quote:
      '因不可抗力或者有其他正当理由，当事人不能在本条第一款规定的仲裁时效期间申请仲裁的，仲裁时效中止。从中止时效的原因消除之日起，仲裁时效期间继续计算。',
  },
  'arbitration-27-4': {
    ...ARBITRATION,
    article: '第二十七条第四款',
    quote:
      '劳动关系存续期间因拖欠劳动报酬发生争议的，劳动者申请仲裁不受本条第一款规定的仲裁时效期间的限制；但是，劳动关系终止的，应当自劳动关系终止之日起一年内提出。',
  },
  'arbitration-29': {
    ...ARBITRATION,
    article: '第二十九条',
    quote:
      '劳动争议仲裁委员会收到仲裁申请之日起五日内，认为符合受理条件的，应当受理，并通知申请人；认为不符合受理条件的，应当书面通知申请人不予受理，并说明理由。对劳动争议仲裁委员会不予受理或者逾期未作出决定的，申请人可以就该劳动争议事项向人民法院提起诉讼。',
  },
  'arbitration-43': {
    ...ARBITRATION,
    article: '第四十三条第一款',
    quote:
      '仲裁庭裁决劳动争议案件，应当自劳动争议仲裁委员会受理仲裁申请之日起四十五日内结束。案情复杂需要延期的，经劳动争议仲裁委员会主任批准，可以延期并书面通知当事人，但是延长期限不得超过十五日。逾期未作出仲裁裁决的，当事人可以就该劳动争议事项向人民法院提起诉讼。',
  },
  'arbitration-48': {
    ...ARBITRATION,
    article: '第四十八条',
    quote:
      '劳动者对本法第四十七条规定的仲裁裁决不服的，可以自收到仲裁裁决书之日起十五日内向人民法院提起诉讼。',
  },
  'arbitration-49': {
    ...ARBITRATION,
    article: '第四十九条第三款',
    quote:
      '仲裁裁决被人民法院裁定撤销的，当事人可以自收到裁定书之日起十五日内就该劳动争议事项向人民法院提起诉讼。',
  },
  'arbitration-50': {
    ...ARBITRATION,
    article: '第五十条',
    quote:
      '当事人对本法第四十七条规定以外的其他劳动争议案件的仲裁裁决不服的，可以自收到仲裁裁决书之日起十五日内向人民法院提起诉讼；期满不起诉的，裁决书发生法律效力。',
  },
  'arbitration-rules': {
    law: '劳动人事争议仲裁办案规则',
    version: null,
    article: '',
    quote: null,
  },
  'injury-17-1': {
    ...INJURY,
    article: '第十七条第一款',
    quote:
      '职工发生事故伤害或者按照职业病防治法规定被诊断、鉴定为职业病，所在单位应当自事故伤害发生之日或者被诊断、鉴定为职业病之日起30日内，向统筹地区社会保险行政部门提出工伤认定申请。遇有特殊情况，经报社会保险行政部门同意，申请时限可以适当延长。',
  },
  'injury-17-2': {
    ...INJURY,
    article: '第十七条第二款',
    quote:
      '用人单位未按前款规定提出工伤认定申请的，工伤职工或者其近亲属、工会组织在事故伤害发生之日或者被诊断、鉴定为职业病之日起1年内，可以直接向用人单位所在地统筹地区社会保险行政部门提出工伤认定申请。',
  },
  'injury-cases-7': {
    ...INJURY_CASES,
    article: '第七条第一款',
    quote:
      '由于不属于职工或者其近亲属自身原因超过工伤认定申请期限的，被耽误的时间不计算在工伤认定申请期限内。',
  },
  'injury-20': {
    ...INJURY,
    article: '第二十条第一款',
    quote:
      '社会保险行政部门应当自受理工伤认定申请之日起60日内作出工伤认定的决定，并书面通知申请工伤认定的职工或者其近亲属和该职工所在单位。',
  },
  'injury-25': {
    ...INJURY,
    article: '第二十五条第二款',
    quote:
      '设区的市级劳动能力鉴定委员会应当自收到劳动能力鉴定申请之日起60日内作出劳动能力鉴定结论，必要时，作出劳动能力鉴定结论的期限可以延长30日。',
  },
  'injury-26': {
    ...INJURY,
    article: '第二十六条',
    quote:
      '申请鉴定的单位或者个人对设区的市级劳动能力鉴定委员会作出的鉴定结论不服的，可以在收到该鉴定结论之日起15日内向省、自治区、直辖市劳动能力鉴定委员会提出再次鉴定申请。',
  },
  'injury-55': {
    ...INJURY,
    article: '第五十五条',
    quote: '有下列情形之一的，有关单位或者个人可以依法申请行政复议，也可以依法向人民法院提起行政诉讼：',
  },
  'reconsideration-20': {
    law: '中华人民共和国行政复议法',
    version: null,
    article: '第二十条',
    quote: null,
  },
  'litigation-46': { law: '中华人民共和国行政诉讼法', version: null, article: '第四十六条', quote: null },
  'inspection-20': {
    ...INSPECTION,
    article: '第二十条',
    quote:
      '违反劳动保障法律、法规或者规章的行为在2年内未被劳动保障行政部门发现，也未被举报、投诉的，劳动保障行政部门不再查处。',
  },
  'inspection-17': {
    ...INSPECTION,
    article: '第十七条',
    quote:
      '劳动保障行政部门对违反劳动保障法律、法规或者规章的行为的调查，应当自立案之日起60个工作日内完成；对情况复杂的，经劳动保障行政部门负责人批准，可以延长30个工作日。',
  },
  'contract-50': {
    law: '中华人民共和国劳动合同法',
    version: '2012-12-28',
    article: '第五十条第一款',
    quote:
      '用人单位应当在解除或者终止劳动合同时出具解除或者终止劳动合同的证明，并在十五日内为劳动者办理档案和社会保险关系转移手续。',
  },
  'union-23': {
    law: '中华人民共和国工会法',
    version: '2021-12-24',
    article: '第二十三条',
    quote:
      '企业、事业单位、社会组织违反劳动法律法规规定，有下列侵犯职工劳动权益情形，工会应当代表职工与企业、事业单位、社会组织交涉，要求企业、事业单位、社会组织采取措施予以改正；企业、事业单位、社会组织应当予以研究处理，并向工会作出答复；',
  },
  // 地方/工作规定: the days of an 意见书 are set by local working rules, not by a text held here.
  'opinion-days': { law: '地方工会劳动法律监督工作规定', version: null, article: '', quote: null },
  'aid-43': {
    law: '中华人民共和国法律援助法',
    version: '2021-08-20',
    article: '第四十三条第一款',
    quote: '法律援助机构应当自收到法律援助申请之日起七日内进行审查，作出是否给予法律援助的决定。',
  },
  'petition-22': {
    ...PETITION,
    article: '第二十二条',
    quote: '各级党委和政府信访部门收到信访事项，应当予以登记，并区分情况，在15日内分别按照下列方式处理：',
  },
  'petition-23-2': {
    ...PETITION,
    article: '第二十三条第二款',
    quote:
      '对信访人直接提出的信访事项，有关机关、单位能够当场告知的，应当当场书面告知；不能当场告知的，应当自收到信访事项之日起15日内书面告知信访人，但信访人的姓名（名称）、住址不清的除外。',
  },
  'petition-23-3': {
    ...PETITION,
    article: '第二十三条第三款',
    quote:
      '对党委和政府信访部门或者本系统上级机关、单位转送、交办的信访事项，属于本机关、单位职权范围的，有关机关、单位应当自收到之日起15日内书面告知信访人接收情况以及处理途径和程序；不属于本机关、单位或者本系统职权范围的，有关机关、单位应当自收到之日起5个工作日内提出异议，并详细说明理由，经转送、交办的信访部门或者上级机关、单位核实同意后，交还相关材料。',
  },
  'petition-34': {
    ...PETITION,
    article: '第三十四条',
    quote:
      '对本条例第三十一条第六项规定的信访事项应当自受理之日起60日内办结；情况复杂的，经本机关、单位负责人批准，可以适当延长办理期限，但延长期限不得超过30日，并告知信访人延期理由。',
  },
  'petition-35': {
    ...PETITION,
    article: '第三十五条',
    quote:
      '信访人对信访处理意见不服的，可以自收到书面答复之日起30日内请求原办理机关、单位的上一级机关、单位复查。收到复查请求的机关、单位应当自收到复查请求之日起30日内提出复查意见，并予以书面答复。',
  },
  'petition-36': {
    ...PETITION,
    article: '第三十六条第一款',
    quote:
      '信访人对复查意见不服的，可以自收到书面答复之日起30日内向复查机关、单位的上一级机关、单位请求复核。收到复核请求的机关、单位应当自收到复核请求之日起30日内提出复核意见。',
  },
  'petition-36-3': {
    ...PETITION,
    article: '第三十六条第三款',
    quote:
      '信访人对复核意见不服，仍然以同一事实和理由提出投诉请求的，各级党委和政府信访部门和其他机关、单位不再受理。',
  },
  'civil-201': { ...CIVIL_CODE, article: '第二百零一条' },
  'civil-202': { ...CIVIL_CODE, article: '第二百零二条' },
  'civil-203': { ...CIVIL_CODE, article: '第二百零三条' },
} as const satisfies Record<string, Article>;

export type ArticleId = keyof typeof ARTICLES;
