import type { Industry } from '@hotline/ticket';
import { pick, type Random } from './random.js';

/** Seldom used characters in pairs that make no word, so that no company bears the name. */
const FIRST = [...'岭砾霁棠沄澹芃昉岫泠葭樾蓁翊琤潆屿岚湉槿'];
const SECOND = [...'澄禾湾杉垚穗砚澍坞棂沚茗笠桁岑漪舟笙璟麓'];

const TRADES_OF: Readonly<Record<Industry, readonly string[]>> = {
  railway: ['铁路工务段'],
  aviation: ['航空地面服务有限公司'],
  finance: ['金融服务外包有限公司'],
  'central-organs': ['机关后勤服务中心'],
  platform: ['网络科技有限公司', '即时配送有限公司', '出行服务有限公司'],
  construction: ['建筑劳务有限公司', '建设工程有限公司', '装饰工程有限公司', '市政园林有限公司'],
  manufacturing: [
    '精密电子有限公司',
    '五金制品有限公司',
    '纺织服装有限公司',
    '食品有限公司',
    '家具制造有限公司',
    '汽车零部件有限公司',
  ],
  mining: ['矿业有限公司', '石材有限公司'],
  transport: ['物流有限公司', '快递服务有限公司', '公交客运有限公司'],
  services: [
    '餐饮管理有限公司',
    '酒店管理有限公司',
    '物业服务有限公司',
    '家政服务有限公司',
    '保安服务有限公司',
  ],
  retail: ['商贸有限公司', '连锁超市有限公司'],
  information: ['信息技术有限公司', '软件有限公司', '呼叫服务有限公司'],
  'education-health': ['培训学校', '护理院', '口腔门诊部'],
  agriculture: ['农业发展有限公司', '水产养殖有限公司'],
  general: ['实业有限公司', '企业服务有限公司'],
};

/** 深圳市岭澄精密电子有限公司, 岭澄（深圳）精密电子有限公司. `seat`: short place name, 深圳. */
export function employerName(random: Random, seat: string, industry: Industry): string {
  const name = pick(random, FIRST) + pick(random, SECOND);
  const trade = pick(random, TRADES_OF[industry]);
  return random() < 0.6 ? seat + name + trade : `${name}（${seat}）${trade}`;
}
