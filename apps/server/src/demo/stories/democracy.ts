import type { Template } from '../template.js';

export const DEMOCRACY: readonly Template[] = [
  {
    item: 'workers-congress',
    title: '改制方案没有经过职代会',
    facts:
      '{date}单位公布改制和安置方案，涉及 {people} 人，没有召开职代会，只让部门负责人签字。工会主席说自己也不知情。',
    wish: '依法召开职代会审议安置方案。',
    question: '职工安置方案要不要职代会通过？',
    answer:
      '国有、集体企业改制中的职工安置方案应当经职工代表大会审议通过；未履行程序的，可以向上级工会反映。',
    people: [40, 300],
    tags: ['group', 'risk-group'],
  },
  {
    item: 'rules-procedure',
    title: '新考勤制度未公示就罚款',
    facts:
      '{date}开始执行新考勤制度，迟到一次罚 {fine} 元，没有征求意见，也没有公示，只在群里发了一张图片。被罚的有 {people} 人。',
    wish: '停止执行，依民主程序重新制定。',
    question: '没有经过讨论的规章制度能用来处罚吗？',
    answer:
      '涉及劳动者切身利益的制度应经职代会或全体职工讨论，与工会或职工代表平等协商确定，并公示或告知（劳动合同法第四条）。',
    people: [5, 60],
  },
  {
    item: 'collective-contract',
    title: '集体合同写明的补贴没有兑现',
    facts:
      '单位签有集体合同，写明每年体检和交通补贴，{years} 年来都没有兑现，{boss}说“那是应付检查的”。涉及{post}等岗位 {people} 人。',
    wish: '按集体合同兑现补贴。',
    question: '单位不履行集体合同，谁可以去要？',
    answer: '工会可以依法要求用人单位承担责任，协商不成的由工会申请仲裁、提起诉讼（劳动合同法第五十六条）。',
    people: [20, 200],
    tags: ['group'],
  },
  {
    item: 'wage-bargaining',
    title: '三年没有开展工资集体协商',
    facts: '单位三年没有调过一线工资，{post}月工资还是 {wage} 元，职工要求开展工资集体协商，{reply}。',
    wish: '上级工会指导开展工资集体协商。',
    question: '职工能不能要求谈工资？',
    answer:
      '企业工会或职工代表可以书面提出协商要约，单位应在二十日内答复；没有工会的，由上级工会指导推举代表。',
    people: [10, 100],
  },
  {
    item: 'open-affairs',
    title: '绩效分配不公开，差距说不清',
    facts:
      '班组绩效由{boss}一个人定，{from}以来同样出勤差了 {fine} 元，要求公开分配办法被拒。{people} 人联名反映。',
    wish: '公开绩效分配办法和结果。',
    question: '绩效方案要不要公开？',
    answer:
      '劳动报酬分配办法属于应当公开的厂务公开内容，也属于应经民主程序的重大事项，可以先通过职工代表或工会提出。',
    people: [6, 40],
  },
  {
    item: 'worker-directors',
    title: '监事会没有职工监事',
    facts:
      '公司登记资料显示监事会三人都是股东派的，没有职工代表。公司有职工 {people} 人。{date}向公司提出，没有答复。',
    wish: '督促依法选举职工监事。',
    question: '多少人的公司要有职工董事？',
    answer:
      '职工人数三百人以上的公司，除已设监事会并有职工代表的外，董事会成员中应当有职工代表；监事会中职工代表不低于三分之一（公司法）。',
    people: [300, 900],
  },
];
