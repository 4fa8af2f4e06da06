import type { Template } from '../template.js';

const PLATFORM = { tags: ['platform'], industries: ['platform'] } as const;

export const NEW_FORMS: readonly Template[] = [
  {
    ...PLATFORM,
    item: 'relationship',
    title: '骑手受伤后平台否认劳动关系',
    facts:
      '{since}起在{platform}做专送骑手，每天打卡上线，站长排班罚款，签的却是“个体工商户合作协议”。{date}送餐途中摔伤，{fall}，平台和站点都说没有劳动关系。',
    wish: '确认劳动关系，落实治疗费用。',
    question: '签了合作协议还能认定劳动关系吗？',
    answer:
      '看是否接受考勤、派单和奖惩等管理，不只看协议名称（人社部发〔2021〕56 号）。请保存排班、罚款、工资流水截图，可申请仲裁确认。',
  },
  {
    ...PLATFORM,
    item: 'deactivation',
    title: '账号被封，申诉没有人理',
    facts:
      '做网约车司机 {years} 年，{date}账号被{platform}永久封禁，只提示“违规”，没有说明哪一单，客服让等七天，车租还要每天付。',
    wish: '说明封号理由，恢复账号。',
    question: '平台封号要不要说明理由？',
    answer: '平台应建立申诉机制并及时回应。请先在线提交申诉保留编号，工会可以联系平台企业工会推动复核。',
  },
  {
    ...PLATFORM,
    item: 'settlement',
    title: '提现被冻结，{people} 名骑手拿不到钱',
    facts: '站点更换承包商，{date}起 {people} 名骑手的配送费无法提现，人均 {amount} 元，新旧承包商互相推。',
    wish: '结清配送费，平台承担连带责任。',
    question: '承包商跑路，配送费找谁？',
    answer: '先向承包商追索，平台对合作企业的用工负有监督责任；可以同时向站点所在地劳动保障监察机构反映。',
    people: [8, 50],
    tags: ['platform', 'group'],
  },
  {
    ...PLATFORM,
    item: 'fines',
    title: '一个差评罚 {fine} 元',
    facts: '在{platform}送单，{date}因为下雨超时收到一个差评，被扣 {fine} 元，申诉两次都是自动回复。',
    wish: '撤销罚款，改进差评规则。',
    question: '平台罚款合不合理，能申诉吗？',
    answer:
      '规则应公开并听取劳动者意见，恶劣天气应延长配送时限。请保存订单详情，工会可以在协商中提出修改意见。',
  },
  {
    ...PLATFORM,
    item: 'injury-cover',
    title: '职业伤害保障理赔没有结果',
    facts: '{date}送单时与电动车相撞，{fall}，花了 {cost} 元，平台说买了保障，提交材料后一直显示审核。',
    wish: '协助查询进度，尽快支付。',
    question: '骑手的职业伤害保障怎么申请？',
    answer:
      '试点地区由平台按单缴费，受伤后平台或本人在三十日内通过经办机构线上申请确认，治疗和伤残待遇参照工伤保险。',
  },
  {
    ...PLATFORM,
    item: 'algorithm',
    title: '配送时间越压越短',
    facts:
      '同样的路程，{from}以来配送时限从四十分钟减到三十分钟，只能逆行闯灯，{people} 名骑手在群里都有意见，已经有两人受伤。',
    wish: '请工会与平台协商调整时限。',
    question: '算法规则能不能协商？',
    answer:
      '涉及劳动者权益的订单分配、时限和计酬规则，平台应听取工会或劳动者代表意见；工会正在推动平台企业开展集体协商。',
    people: [6, 60],
    tags: ['platform', 'group', 'risk-safety'],
  },
  {
    ...PLATFORM,
    item: 'stations',
    title: '站点附近没有歇脚的地方',
    facts: '在{place}送件，午休只能坐在路边，冬天没有热水，附近的爱心驿站{date}去了三次都锁门。',
    wish: '开放驿站，公布开放时间。',
    question: '怎么查附近的工会驿站？',
    answer: '可以在地图软件搜索“工会驿站”，一般提供饮水、充电、热饭和休息，常年开放时间以门口公示为准。',
  },
];
