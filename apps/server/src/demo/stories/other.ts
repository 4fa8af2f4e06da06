import type { Template } from '../template.js';

export const OTHER: readonly Template[] = [
  {
    item: 'consumer',
    title: '网购商品退款纠纷',
    facts: '{date}网购的家电有质量问题，商家拒绝退款 {fine} 元，不知道找哪个部门。',
    wish: '告知受理部门。',
    question: '网购退款找谁？',
    answer: '此类消费纠纷由市场监管部门受理，请拨打 12315，准备好订单和聊天记录。',
    privately: true,
  },
  {
    item: 'civil-dispute',
    title: '房东不退押金',
    facts: '在{place}租房，{date}退租，房东以墙面污损为由不退押金 {fine} 元。',
    wish: '咨询怎样要回押金。',
    question: '租房押金不退怎么办？',
    answer: '属于民事纠纷，可先请社区人民调解委员会调解，不成再向法院起诉；需要法律咨询的可拨打 12348。',
    privately: true,
  },
  {
    item: 'public-service',
    title: '孩子转学材料不清楚',
    facts: '从外省来{place}做{post}，孩子{later}要转学，窗口要求提供单位社保证明，单位不给盖章。',
    wish: '协助协调单位出具证明。',
    question: '外来务工人员孩子转学要什么材料？',
    answer:
      '各地要求不同，一般为居住证、劳动合同和社保证明，请先向当地教育部门核实；单位不出证明的我们可以登记协调。',
    tags: ['migrant'],
  },
  {
    item: 'public-service',
    title: '班车线路取消，上班不便',
    facts: '园区班车{date}起取消，公交要换三趟，{people} 名同事每天早上五点起床，希望有人协调。',
    wish: '请工会与园区协调恢复班车。',
    question: '园区班车归谁管？',
    answer: '由园区管委会或企业安排，我们可以登记后转请园区工会联合会协调。',
    people: [10, 80],
  },
  {
    item: 'unclear',
    title: '来电人情绪激动，诉求待核实',
    facts:
      '来电人反映与单位有矛盾，{date}起没有上班，表述不连贯，只留下在{place}工作，单位名称没有说清，同意回拨。',
    wish: '由当地工会联系核实诉求。',
    question: '我这个情况该找谁？',
    answer: '请您慢慢说，先告诉我们在哪里上班、什么事、希望怎么解决，我们登记后安排人联系您。',
    privately: true,
  },
  {
    item: 'civil-dispute',
    title: '同事之间借款不还',
    facts: '同事{from}借走 {amount} 元，{date}离职后失去联系，单位不肯提供地址。',
    wish: '咨询起诉需要的材料。',
    question: '同事借钱不还，单位有没有责任？',
    answer: '个人借贷与单位无关，可凭借条、转账记录向被告住所地法院起诉，不知道地址的可以请律师查询。',
    privately: true,
  },
];
