import type { Template } from '../template.js';

export const SAFETY: readonly Template[] = [
  {
    item: 'hidden-danger',
    title: '冲床防护装置被拆，存在安全隐患',
    facts:
      '车间冲床的光电保护被拆掉赶产量，{date}已有一名同事手指被压伤，{boss}说“小心点就行”，当天继续开机。车间 {people} 人在岗。',
    wish: '立即停机整改，恢复防护装置。',
    question: '发现设备有危险，我能拒绝操作吗？',
    answer:
      '可以。劳动者有权拒绝违章指挥和强令冒险作业，单位不得因此降低待遇或解除合同（劳动法第五十六条、安全生产法）。紧急危险请同时拨打 12350。',
    people: [5, 40],
    tags: ['risk-safety'],
    industries: ['manufacturing'],
  },
  {
    item: 'protective-gear',
    title: '接触化学品只发一次性口罩',
    facts:
      '做{post}，天天接触胶水和清洗剂，单位只发一次性口罩，手套破了要自己买。{date}起有 {people} 人皮肤红肿、头晕。没有人住院。',
    wish: '按标准配发防护用品，安排检查。',
    question: '劳保用品单位可以折成钱发吗？',
    answer: '不可以。单位应无偿提供符合标准的防护用品，不得以货币或其他物品替代（安全生产法）。',
    people: [3, 20],
    industries: ['manufacturing'],
  },
  {
    item: 'dust-poison-noise',
    title: '打磨车间粉尘大，除尘设备停用',
    facts:
      '打磨车间的除尘设备{from}以来一直停着，单位嫌费电，检查的时候才开。噪声也大，说话听不见。{people} 人每天工作 {hours} 小时。',
    wish: '开启除尘设备，公布检测结果。',
    question: '车间粉尘检测结果要不要公布？',
    answer:
      '应当定期检测并在醒目位置公布结果（职业病防治法第二十四条、二十六条）。可以向卫生健康部门反映，工会有权监督。',
    people: [6, 30],
    industries: ['manufacturing', 'mining'],
  },
  {
    item: 'heat',
    title: '高温天气不发高温津贴',
    facts:
      '室内没有空调，夏天温度常在 36 度以上，去年六月到九月都没有发高温津贴，只发过两次绿豆汤。{post}岗位 {people} 人。{reply}。',
    wish: '补发高温津贴，改善通风。',
    question: '什么情况可以领高温津贴？',
    answer:
      '安排在三十五度以上高温天气室外露天作业，或不能把工作场所降到三十三度以下的，应发放高温津贴并计入工资，标准由省里规定（防暑降温措施管理办法第十七条）。',
    people: [4, 60],
  },
  {
    item: 'health-check',
    title: '离岗前不安排职业健康检查',
    facts:
      '在该单位喷漆岗位 {years} 年，{date}合同到期，单位要求直接办离职，不安排离岗体检，体检费让自己出。',
    wish: '安排离岗职业健康检查，费用由单位承担。',
    question: '离岗体检不做会怎样？',
    answer:
      '从事接触职业病危害作业的，未做离岗检查不得解除或终止合同，费用由单位承担（职业病防治法第三十五条、劳动合同法第四十二条）。',
    industries: ['manufacturing'],
  },
  {
    item: 'forced-risk',
    title: '大风天被要求高空作业',
    facts:
      '{date}六级大风，工地仍要求上外架做{post}，不去就扣当天工资并清退。现场没有系安全绳的地方，班组 {people} 人都害怕。没有人受伤。',
    wish: '制止冒险作业，不得因拒绝作业清退人员。',
    question: '刮大风让上架子，不上会不会算旷工？',
    answer: '六级及以上大风应停止露天高处作业，拒绝强令冒险作业不属于违反劳动合同（劳动合同法第三十二条）。',
    people: [4, 25],
    tags: ['construction', 'risk-safety', 'migrant'],
    industries: ['construction'],
  },
  {
    item: 'food-lodging',
    title: '宿舍住十二人，饮水不干净',
    facts: '单位宿舍一间住十二个人，没有消防通道，{date}起自来水发黄，已有 {people} 人拉肚子。{reply}。',
    wish: '改善宿舍和饮水条件。',
    question: '宿舍条件差，工会能管吗？',
    answer:
      '工会有权对职工的劳动条件和生活条件提出意见并要求改善；消防隐患同时向 12345 反映，饮水问题可请卫生监督部门检测。',
    people: [3, 30],
  },
];
