import { say } from './say.js';

/** Refusals of the life of a ticket. */
export const CUSTODY_MESSAGES = {
  'own-work': say(
    '不能质检自己经办的工单',
    '请由没有参与该工单的同事质检。',
    'Your own work',
    'Somebody who had no part in this ticket has to check it.',
  ),
  'already-linked': say(
    '已经并单',
    '该工单已在一个并单中；请先拆单。',
    'Already linked',
    'The ticket belongs to a group already. Unlink it first.',
  ),
  'wrong-master': say(
    '不能作为主件',
    '请选择一件仍在办理、且没有并入其他主件的工单。',
    'Cannot lead',
    'Choose a ticket that is still being handled and follows no other master case.',
  ),
  'not-in-your-units': say(
    '不在您的单位范围内',
    '只能对您所服务的单位及其下级操作。',
    'Outside your units',
    'You may act only for the units you serve.',
  ),
  'not-your-turn': say(
    '现在不由您办理',
    '该工单当前由其他单位或人员办理，请刷新查看。',
    'Not your turn',
    'Another unit or person has to act now. Reload to see who.',
  ),
  'wrong-state': say(
    '当前状态不能这样做',
    '这里的状态已变化，请刷新后按新的状态办理。',
    'Not possible in this state',
    'Things have moved on. Reload and use what is offered now.',
  ),
  'stale-version': say(
    '工单已被他人更新',
    '您看到的不是最新版本，您填写的内容已保留，请对照最新内容后再提交。',
    'Changed meanwhile',
    'You worked on an older version. Your text is kept; compare and submit again.',
  ),
  'already-signed': say(
    '已经签收',
    '工单已签收，不能撤回。',
    'Already signed',
    'The ticket has been signed and cannot be recalled.',
  ),
  'already-ruled': say(
    '已有裁定',
    '退单申请已经裁定，裁定有约束力。',
    'Already ruled',
    'The return has been ruled; the ruling is binding.',
  ),
  'return-cap-reached': say(
    '退单次数已用完',
    '每个单位对同一工单只能申请退单一次。',
    'No return left',
    'A unit may ask for the return of a ticket once.',
  ),
  'not-below-you': say(
    '不是下级单位',
    '只能转给本单位的下级工会。',
    'Not below you',
    'Choose a unit below yours.',
  ),
  'not-above-you': say(
    '不是上级单位',
    '请选择共同上级范围内的单位。',
    'Not above you',
    'Choose a unit within the common superior.',
  ),
  'reason-required': say(
    '需要写明理由',
    '请填写理由后再提交。',
    'Reason needed',
    'Give the reason, then submit.',
  ),
  'proof-required': say(
    '缺少联系职工的证明',
    '报结前至少要有一次联系职工的记录。',
    'Proof of contact needed',
    'Log at least one contact with the worker before reporting.',
  ),
  'rating-without-contact': say(
    '未联系上，不能评价',
    '没有联系上职工时不能填写评价；三次未接通后可以办结。',
    'No rating without contact',
    'Without reaching the worker there is no rating; after three attempts the ticket may be closed.',
  ),
  'recall-window-over': say(
    '已过撤回时限',
    '派单后 60 秒内且未签收才能撤回。',
    'Too late to recall',
    'A dispatch can be recalled for 60 seconds while unsigned.',
  ),
  'petition-window-over': say(
    '已过条例规定的期限',
    '《信访工作条例》规定的期限是到 {last}，之后不能再办理这一环节。',
    'The period is over',
    'The petition regulations allowed this until {last}.',
  ),
  'support-open': say(
    '还有协办未完成',
    '报结前请等待协办单位反馈，或者对每一项写明免除理由。',
    'Open parts',
    'Wait for the supporting units, or state for each open part why the report does not need it.',
  ),
  'employer-blind': say(
    '不能交被反映单位内部的工会',
    '职工没有同意向本单位公开身份，由上一级工会办理；取得同意并记录后可以转交。',
    'Not to the employer’s own union',
    'The worker has not agreed to be known to the employer; the union above it handles the case.',
  ),
  recused: say(
    '已回避',
    '与本案有利害关系的人员和单位不再参与办理。',
    'Recused',
    'People and units with an interest in the case take no part in it.',
  ),
  'receiver-failed': say(
    '没有派出',
    '主办与协办须同时送达；其中一个单位未能送达，工单仍在派单队列。',
    'Not sent',
    'Lead and support are sent together or not at all; one of them failed and the ticket is still in the queue.',
  ),
} as const;
