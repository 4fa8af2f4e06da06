import type { ReturnReason } from '@hotline/ticket';

/** Short texts people leave along the way; pick one by what happened. */
export const CALL_BACK_NOTES = {
  satisfied: [
    '职工表示问题已经解决，对办理结果满意。',
    '钱已收到，感谢工会。',
    '承办人员联系及时，说明清楚，满意。',
    '满意，没有其他要求。',
  ],
  neutral: [
    '结果可以接受，就是时间长了一点。',
    '解决了一部分，剩下的自己再和单位谈。',
    '基本认可，希望以后联系更及时。',
  ],
  dissatisfied: [
    '职工表示没有拿到钱，与报结内容不符。',
    '没有人上门了解，只打了一个电话。',
    '单位口头答应，至今没有兑现。',
    '对答复不认可，要求重新核实。',
  ],
  'not-rated': ['职工正在上班，不便评价。', '职工表示以后再说。'],
} as const;

export const NOT_REACHED_NOTES = {
  'no-answer': ['响铃至自动挂断，无人接听。', '拨打两次无人接听，已发短信。'],
  refused: ['接听后表示不愿接受回访，挂断。', '职工表示不方便，拒绝回访。'],
  'wrong-number': ['接听人称不认识该职工。', '号码已换主人。'],
  'powered-off': ['提示关机。', '提示不在服务区。'],
} as const;

export const DISSATISFIED_REASONS = [
  '问题没有解决',
  '办理时间太长',
  '没有人联系我',
  '答复听不懂',
  '单位答应的没有兑现',
];

export const WORKER_CONTACT_NOTES = {
  reached: [
    '电话联系职工，核实岗位、时间和金额，告知办理时限。',
    '与职工通话八分钟，职工补充了考勤截图，要求对单位保密。',
    '约职工到服务中心面谈，签收了权利义务告知书。',
    '添加联系方式，收到工资条和聊天记录。',
  ],
  missed: ['拨打无人接听，已发短信说明身份。', '提示关机，下午再联系。'],
} as const;

export const REVIEW_NOTES = {
  accept: ['事实清楚，依据充分，同意报结。', '已与职工核实，情况属实，同意。', '材料齐全，同意。'],
  redo: [
    '未见与职工联系的记录，请补充后再报。',
    '只写了政策解释，没有回应职工提出的金额，请重新核实。',
    '付款凭证缺失，请补充转账记录。',
    '报结内容与职工陈述不一致，请再次走访。',
  ],
} as const;

export const RETURN_TEXTS: Readonly<Record<ReturnReason, readonly { clause: string; reason: string }[]>> = {
  'wrong-place': [{ clause: '属地管理', reason: '经联系职工，实际工作地点不在本辖区，建议改派工作地工会。' }],
  'wrong-duty': [{ clause: '职责分工', reason: '反映事项由上级工会直接管理的单位产生，本级没有管理权限。' }],
  'other-chain': [
    { clause: '产业优先', reason: '该单位工会关系隶属产业工会，建议转产业工会主办、本级协办。' },
  ],
  'in-court': [{ clause: '诉访分离', reason: '职工已申请劳动仲裁，案件已经开庭，建议按仲裁程序办理。' }],
  duplicate: [{ clause: '重复件', reason: '同一职工同一诉求已有在办工单，建议并单办理。' }],
  'facts-missing': [{ clause: '受理要素', reason: '单位名称和地址不清，多次联系职工未接，无法确定管辖。' }],
  'conflict-of-interest': [
    { clause: '回避', reason: '被反映单位负责人为本级工会委员，应当回避，建议上级直接办理。' },
  ],
};

export const RULING_NOTES = {
  granted: ['情况属实，同意改派。', '核对工作地点后同意退单，改派新单位。'],
  refused: ['工作地在你辖区，请继续办理。', '职责清楚，不予退单，期限不变。'],
} as const;

export const DISPATCH_NOTES = [
  '来电人补充了工作地点，按工作地派单。',
  '用人单位所在地与工作地不一致，按工作地优先。',
  '涉及多人，派市级工会统筹。',
];
