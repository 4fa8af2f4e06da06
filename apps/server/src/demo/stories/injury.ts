import type { Template } from '../template.js';

export const INJURY: readonly Template[] = [
  {
    item: 'recognition',
    title: '车间受伤，单位不申报工伤',
    facts:
      '{date}上班时操作设备受伤，{hurt}，送医院手术，单位垫付了部分医药费，要求私了，不肯申报工伤认定。月工资 {wage} 元，{proof}。',
    wish: '督促单位申报工伤认定，停工留薪期工资照发。',
    question: '单位不报工伤，自己能申请吗，期限多久？',
    answer:
      '单位应在三十日内申请；单位不申请的，本人、近亲属或工会可在受伤之日起一年内直接向统筹地区人社部门申请（工伤保险条例第十七条）。',
    industries: ['manufacturing', 'construction', 'mining'],
  },
  {
    item: 'uninsured-injury',
    title: '工地坠落受伤，没有参保',
    facts:
      '{date}在{place}工地做{post}时从脚手架坠落，{fall}，住院已花 {cost} 元。没有签合同，也没有工伤保险，包工头只付了一万元后失去联系。',
    wish: '确认用工主体，由总包承担工伤待遇。',
    question: '包工头找的人受伤，谁来赔？',
    answer:
      '违法分包、转包的，由具备用工主体资格的承包单位承担工伤保险责任；未参保的，待遇由单位支付（工伤保险条例第六十二条）。先收集工地照片、工友证言和医院记录。',
    tags: ['migrant', 'construction'],
    industries: ['construction'],
  },
  {
    item: 'benefits',
    title: '伤残鉴定后待遇迟迟不付',
    facts:
      '{since}发生工伤，已认定并鉴定为十级，一次性伤残补助金社保已付，单位应付的就业补助金 {amount} 元一直没有付。{reply}。',
    wish: '支付一次性伤残就业补助金。',
    question: '十级伤残，单位和社保各付什么？',
    answer:
      '一次性伤残补助金和医疗补助金由工伤保险基金支付，一次性伤残就业补助金由用人单位在解除劳动关系时支付（工伤保险条例第三十七条）。',
  },
  {
    item: 'assessment',
    title: '受伤后一直未做劳动能力鉴定',
    facts:
      '{since}受伤，{hurt}，工伤已经认定，单位不配合提交劳动能力鉴定材料，现在恢复上班后干不了原来的活，{boss}要求自己辞职。',
    wish: '协助申请劳动能力鉴定，调整岗位。',
    question: '劳动能力鉴定谁来申请，要什么材料？',
    answer:
      '单位、本人或近亲属都可以向设区的市级劳动能力鉴定委员会申请，提交工伤认定决定书和完整病历；停工留薪期一般不超过十二个月。',
  },
  {
    item: 'occupational-disease',
    title: '接触粉尘 {years} 年，疑似尘肺',
    facts:
      '在该单位破碎车间工作 {years} 年，{date}体检胸片异常，建议到职业病诊断机构检查，单位不肯出具职业史和粉尘检测资料。同车间有 {people} 人咳嗽。',
    wish: '要求单位提供资料，安排同岗位人员检查。',
    question: '单位不给职业史证明，能做职业病诊断吗？',
    answer:
      '可以到单位所在地、户籍地或经常居住地的诊断机构申请，单位不提供资料的，诊断机构可结合其他材料并提请监管部门督促后作出诊断（职业病防治法）。',
    people: [2, 14],
    tags: ['risk-safety'],
    industries: ['mining', 'manufacturing'],
  },
  {
    item: 'commuting',
    title: '下班途中被撞，单位说不算工伤',
    facts:
      '{date}下班骑电动车回家途中被小汽车撞倒，{fall}，交警认定对方全责。单位说不在厂里不算工伤，不给盖章。',
    wish: '协助申请工伤认定。',
    question: '上下班路上出车祸算不算工伤？',
    answer:
      '在上下班途中受到非本人主要责任的交通事故伤害，应当认定为工伤（工伤保险条例第十四条第六项）。请准备事故认定书、路线和排班证明，一年内申请。',
  },
  {
    item: 'over-age',
    title: '六十一岁保洁员摔伤无人管',
    facts:
      '母亲今年六十一岁，在该单位做保洁，没有领养老金，{date}拖地时滑倒，{fall}，花了 {cost} 元，单位说超龄了不算职工。',
    wish: '协助认定责任，垫付治疗费用。',
    question: '超过退休年龄受伤能认定工伤吗？',
    answer:
      '未享受养老待遇、在工作时间因工作原因受伤的，各地可以受理工伤认定申请；不受理的可走人身损害赔偿。建议先向当地人社部门咨询并保留证据。',
    tags: ['over-age'],
    industries: ['services'],
  },
];
