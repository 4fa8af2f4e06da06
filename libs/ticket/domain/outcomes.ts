import { terms } from './terms.js';

/** 办理结果 of a report: what the handling came to. */
export const OUTCOMES = terms([
  ['negotiated', '协商解决', 'Settled by negotiation'],
  ['mediated', '调解达成', 'Settled by mediation'],
  ['letter', '发提示函/意见书/建议书', 'Letter of notice, opinion or proposal'],
  ['to-inspection', '转劳动监察', 'Passed to labour inspection'],
  ['to-arbitration', '转仲裁', 'Passed to arbitration'],
  ['to-legal-aid', '转法援', 'Passed to legal aid'],
  ['to-petition', '转信访', 'Passed to the petition system'],
  ['hardship-aid', '困难帮扶', 'Aid granted'],
  ['membership', '入会建会', 'Joined or founded a union'],
  ['explained', '政策解释', 'Policy explained'],
  ['not-founded', '诉求不成立', 'Claim not founded'],
  ['unreachable', '联系不上', 'Worker cannot be reached'],
  ['withdrawn', '撤诉', 'Withdrawn by the worker'],
  ['blocked', '受客观因素制约暂无法解决', 'Cannot be solved for now'],
]);
export type Outcome = (typeof OUTCOMES)[number]['code'];

/** 退单理由: why a unit asks to be relieved of a ticket. */
export const RETURN_REASONS = terms([
  ['wrong-place', '不属本地区', 'Not in our area'],
  ['wrong-duty', '不属本单位职责', 'Not our duty'],
  ['other-chain', '应由产业工会办理', 'Belongs to the industrial chain'],
  ['in-court', '已进入仲裁或诉讼', 'Already in arbitration or court'],
  ['duplicate', '重复工单', 'Duplicate'],
  ['facts-missing', '要素不全无法办理', 'Facts missing'],
  ['conflict-of-interest', '与被反映单位有利害关系', 'Conflict of interest'],
]);
export type ReturnReason = (typeof RETURN_REASONS)[number]['code'];
