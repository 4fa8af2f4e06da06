import type { Catalogue, CatalogueRule, PlaceKey } from './catalogue.js';

const BY_WORK: readonly PlaceKey[] = ['workplace', 'employerSeat', 'caller'];

function byField(
  no: number,
  name: string,
  fields: string[],
  routeBy: readonly PlaceKey[],
  text: string,
): CatalogueRule {
  return { no, name, rank: 30, when: { fields }, routeBy, level: 'county', chain: 'territorial', text };
}

const RULES: readonly CatalogueRule[] = [
  {
    no: 1,
    name: '产业工会',
    rank: 10,
    when: { industries: ['railway', 'aviation', 'finance', 'central-organs'] },
    routeBy: [],
    level: 'national',
    chain: 'industrial',
    text: '铁路、民航、金融、中央和国家机关的职工，由本产业工会主办（产业优先）。',
  },
  {
    no: 2,
    name: '工会自身工作',
    rank: 20,
    when: { fields: ['union-affairs'], kinds: ['complaint'] },
    routeBy: BY_WORK,
    level: 'province',
    chain: 'territorial',
    text: '反映工会自身工作的投诉，由省级工会主办，不交被反映的工会。',
  },
  {
    no: 3,
    name: '意见建议与表扬',
    rank: 20,
    when: { kinds: ['suggestion', 'praise'] },
    routeBy: BY_WORK,
    level: 'city',
    chain: 'territorial',
    text: '意见建议、表扬，由市级工会主办。',
  },
  {
    no: 4,
    name: '新就业形态',
    rank: 25,
    when: { fields: ['new-forms'] },
    routeBy: ['workplace', 'caller'],
    level: 'county',
    chain: 'territorial',
    text: '平台劳动者由工作地的区县工会主办；平台注册地不作为派单依据。',
  },
  byField(
    12,
    '劳动报酬',
    ['pay'],
    BY_WORK,
    '劳动报酬：劳动合同履行地（工作地）优先，其次用人单位所在地（调解仲裁法第二十一条、监察条例第十三条）。',
  ),
  byField(
    13,
    '劳动合同',
    ['contract'],
    BY_WORK,
    '劳动合同与解除：工作地优先，其次用人单位所在地（调解仲裁法第二十一条）。',
  ),
  byField(14, '工时休假', ['hours'], BY_WORK, '工时、加班、休假：用工所在地（监察条例第十三条）。'),
  byField(
    15,
    '社会保险',
    ['insurance'],
    ['insurance', 'workplace', 'employerSeat'],
    '社会保险、公积金：参保地优先，其次工作地。',
  ),
  byField(
    16,
    '工伤职业病',
    ['injury'],
    ['insurance', 'workplace', 'employerSeat'],
    '工伤、职业病：统筹地区（参保地）优先，其次工作地（工伤保险条例第十七条）。',
  ),
  byField(17, '劳动安全卫生', ['safety'], BY_WORK, '劳动安全卫生：用工所在地（监察条例第十三条）。'),
  byField(18, '女职工与未成年工', ['women-minors'], BY_WORK, '女职工、未成年工保护：工作地优先。'),
  byField(19, '民主管理', ['democracy'], BY_WORK, '民主管理与集体协商：工作地优先。'),
  byField(20, '建会入会', ['membership'], BY_WORK, '建会、入会与会员服务：工作地优先，其次来电地。'),
  byField(
    21,
    '困难帮扶',
    ['hardship'],
    ['workplace', 'caller', 'employerSeat'],
    '困难帮扶与互助保障：工作地优先，其次来电地。',
  ),
  byField(22, '法律援助', ['legal'], BY_WORK, '法律援助：工作地优先（法律援助法第三十八条）。'),
  byField(23, '工会工作', ['union-affairs'], BY_WORK, '工会工作咨询与服务：工作地的区县工会。'),
  byField(24, '其他', ['other'], BY_WORK, '其他诉求：工作地的区县工会。'),
];

/** Version 1, in force until the administrator publishes the next. */
export const SHIPPED_CATALOGUE: Catalogue = {
  version: 1,
  effectiveFrom: new Date('2025-01-01T00:00:00+08:00'),
  author: '系统预置',
  note: '按四地与法定管辖预置：劳动合同履行地、用工所在地、统筹地区优先。',
  rules: RULES,
};
