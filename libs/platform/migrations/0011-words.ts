// as first shipped; a later wording is a later version of the vocabulary
const WORDS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  extensionReasons: [
    ['evidence-pending', '正在取证核实', 'Evidence being collected'],
    ['party-absent', '当事方暂时无法到场', 'A party cannot attend yet'],
    ['many-people', '涉及人数多', 'Many people concerned'],
    ['long-history', '时间跨度长、情况复杂', 'Long and complex history'],
    ['other-department', '需其他部门配合', 'Another department is needed'],
  ],
  pauseReasons: [
    ['awaiting-arbitration', '等待仲裁裁决', 'Awaiting an arbitral award'],
    ['awaiting-court', '等待法院裁判', 'Awaiting a judgment'],
    ['awaiting-inspection', '等待劳动监察处理', 'Awaiting labour inspection'],
    ['awaiting-assessment', '等待工伤认定或鉴定', 'Awaiting an injury assessment'],
    ['awaiting-employer', '等待用人单位提供材料', 'Awaiting papers of the employer'],
    ['awaiting-worker', '等待职工补充材料', 'Awaiting papers of the worker'],
  ],
  exclusionReasons: [
    ['duplicate-case', '重复件', 'Duplicate case'],
    ['malicious', '恶意诉求', 'Malicious claim'],
    ['force-majeure', '不可抗力', 'Force majeure'],
    ['outside-scope', '超出工会职责', 'Outside the duties of a union'],
  ],
  declineReasons: [
    ['not-labour', '不属于劳动或工会事项', 'Not a matter of labour or unions'],
    ['other-body-competent', '属其他机关法定职责', 'Another body is competent by law'],
    ['in-proceedings', '已进入仲裁、诉讼或复议', 'Already in arbitration, court or review'],
    ['already-handled', '同一诉求正在办理或已办结', 'The same claim is or was handled'],
    ['no-claim', '没有具体诉求', 'No definite claim'],
  ],
  referralBodies: [
    ['labour-inspection', '劳动保障监察', 'Labour inspection'],
    ['arbitration', '劳动人事争议仲裁', 'Labour arbitration'],
    ['legal-aid-centre', '法律援助中心', 'Legal aid centre'],
    ['petition-office', '信访部门', 'Petition office'],
    ['police', '公安（110）', 'Police (110)'],
    ['ambulance', '急救（120）', 'Ambulance (120)'],
    ['other-body', '其他单位', 'Another body'],
  ],
};

/** The five word lists as JSON. */
export const words = JSON.stringify(
  Object.fromEntries(
    Object.entries(WORDS).map(([group, rows]) => [group, rows.map(([code, zh, en]) => ({ code, zh, en }))]),
  ),
);
