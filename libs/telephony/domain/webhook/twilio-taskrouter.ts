import type { CallReason, Said } from '../call-event/call-event.js';
import type { Rule, Scene, VendorMapping, VendorRecord } from './mapping.js';
import { millisOf, numberOf, objectOf, secondsOf, textOf } from './reading.js';

interface Told {
  readonly event: VendorRecord;
  /** the task's own attributes: with `Enqueue` the call's sid and both numbers */
  readonly task: VendorRecord;
}

const callOf = ({ event, task }: Told): string => textOf(task, 'call_sid') ?? textOf(event, 'TaskSid') ?? '';
const queueOf = ({ event }: Told): string | null =>
  textOf(event, 'TaskQueueName') ?? textOf(event, 'TaskQueueSid');

const caller = (told: Told): Omit<Said, 'type'> => ({
  callId: callOf(told),
  legId: callOf(told),
  legKind: 'caller',
  caller: numberOf(textOf(told.task, 'from') ?? textOf(told.task, 'caller')),
  callee: textOf(told.task, 'to') ?? textOf(told.task, 'called'),
});
const waiting = (told: Told): Omit<Said, 'type'> => ({
  ...caller(told),
  callerLegId: callOf(told),
  visitId: textOf(told.event, 'TaskSid'),
  queue: queueOf(told),
});
const serving = (told: Told): Omit<Said, 'type'> => ({
  ...waiting(told),
  legId: textOf(told.event, 'ReservationSid'),
  legKind: 'agent',
  agent: textOf(told.event, 'WorkerName') ?? textOf(told.event, 'WorkerSid'),
  agentExt: textOf(told.event, 'WorkerSid'),
});

/** Milliseconds where the sender has them; else whole seconds. */
const at = ({ event }: Told) => millisOf(event, 'TimestampMs') ?? secondsOf(event, 'Timestamp');
const hasQueue = (told: Told): boolean => queueOf(told) !== null;

const rule = (type: Rule<Told>['type'], says: Rule<Told>['says'], when?: Rule<Told>['when']): Rule<Told> => ({
  type,
  at,
  says,
  ...(when && { when }),
});
const missed = (reason: CallReason): readonly Rule<Told>[] => [
  rule('agent_missed', (told) => ({ ...serving(told), reason }), hasQueue),
];

const leaving = ({ event }: Told): CallReason => {
  const words = textOf(event, 'TaskCanceledReason') ?? '';
  if (/hang ?up/i.test(words)) return 'caller_hangup';
  return /ttl|time ?out|timed out/i.test(words) ? 'limit' : 'withdrawn';
};
const cancelled = (told: Told): Pick<Said, 'reason' | 'rawReason'> => ({
  reason: leaving(told),
  rawReason: textOf(told.event, 'TaskCanceledReason'),
});

const FIELDS = `EventType AccountSid WorkspaceSid WorkspaceName EventDescription ResourceType ResourceSid Timestamp TimestampMs Sid
TaskSid TaskAttributes TaskAge TaskPriority TaskAssignmentStatus TaskCanceledReason TaskCompletedReason TaskChannelSid
TaskChannelName TaskChannelUniqueName TaskChannelOptimizedRouting TaskQueueSid TaskQueueName TaskQueueTargetExpression
TaskQueueEntered TaskVersion TaskReEvaluatedReason TaskRouterEventVersion WorkerSid WorkerName WorkerAttributes WorkerActivitySid
WorkerActivityName WorkerVersion WorkerTimeInPreviousActivity WorkerTimeInPreviousActivityMs WorkerPreviousActivitySid
WorkerChannelAvailable WorkerChannelAvailableCapacity WorkerChannelPreviousCapacity WorkerChannelTaskCount ReservationSid
ReservationReasonCode ReservationVersion WorkflowSid WorkflowName WorkflowFilterName WorkflowFilterExpression OperatingUnitSid
PreviousActivitySid PreviousActivityName ActivitySid ActivityName ActivityAvailable TransferSid TransferStatus TransferMode
TransferInitiatingReservationSid TransferInitiatingWorkerSid`;

/** Tasks of other channels, people and settings: known, and no call of a queue. */
const OF_NO_CALL = `task.updated task.wrapup task.transfer-initiated task.transfer-attempt-failed task.transfer-failed
task.transfer-canceled task.transfer-completed task-queue.created task-queue.deleted task-queue.moved task-queue.timeout
task-queue.expression.updated workflow.created workflow.updated workflow.deleted workflow.target-matched workflow.entered
workflow.timeout workflow.skipped worker.created worker.deleted worker.activity.update worker.attributes.update
worker.capacity.update worker.channel.availability.update activity.created activity.updated activity.deleted workspace.created
workspace.updated workspace.deleted task.deleted task.system-deleted reservation.failed other-channel`;

function scenes(event: VendorRecord): Scene<Told>[] {
  const kind = textOf(event, 'EventType');
  if (kind === null) return [];
  const scene = { event, task: objectOf(event, 'TaskAttributes') };
  const channel = textOf(event, 'TaskChannelUniqueName');
  const spoken = channel === null || channel === 'voice' || channel === 'default';
  const ofTask = textOf(event, 'TaskSid') !== null;
  return [{ kind: ofTask && !spoken ? 'other-channel' : kind, scene }];
}

/**
 * Twilio TaskRouter event callbacks: one event a request, as a form or as JSON. A task is a stay in a queue, a reservation a
 * ring at an agent. Times are those of the epoch. The end of the agent's talk is `reservation.wrapup`; where the workflow has
 * none, `reservation.completed` ends the agent's leg and so the talk.
 */
export const TWILIO_TASKROUTER: VendorMapping<Told> = {
  document: 'https://www.twilio.com/docs/taskrouter/api/event/reference',
  fields: new Set(FIELDS.split(/\s+/)),
  scenes,
  kinds: {
    ...Object.fromEntries(OF_NO_CALL.split(/\s+/).map((kind) => [kind, []])),
    'task.created': [rule('arrived', caller)],
    'task-queue.entered': [
      rule('queue_requested', waiting, hasQueue),
      rule('queue_joined', waiting, hasQueue),
    ],
    'reservation.created': [rule('agent_offered', serving, hasQueue)],
    'reservation.accepted': [rule('answered', serving, hasQueue)],
    'reservation.rejected': missed('rejected'),
    'reservation.timeout': missed('ring_out'),
    'reservation.canceled': missed('ring_cancelled'),
    'reservation.rescinded': missed('ring_cancelled'),
    'reservation.wrapup': [rule('talk_ended', serving, hasQueue)],
    'reservation.completed': [
      rule('ended', (told) => ({ ...serving(told), callerLegId: null, visitId: null })),
    ],
    'task.canceled': [
      rule('queue_left', (told) => ({ ...waiting(told), ...cancelled(told) }), hasQueue),
      rule('ended', (told) => ({ ...caller(told), ...cancelled(told) })),
    ],
    'task.completed': [
      rule('ended', (told) => ({ ...caller(told), rawReason: textOf(told.event, 'TaskCompletedReason') })),
    ],
  },
};
