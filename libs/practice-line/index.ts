export { type BoardSettings, type CallerPlan, type QueueSettings } from './domain/board.js';
export { type Robot, type ShiftSettings } from './domain/shift.js';
export { type AmiAccount } from './net/ami-server.js';
export { LiveLine, type LineSettings } from './net/live-line.js';
export { RecordedLine, type RecordingSettings } from './net/recorded-line.js';
export { type EventSocketSettings, RecordedEventSocket } from './net/event-socket.js';
export { SocketCall, type SocketCallPlan } from './domain/socket-call.js';
export { eventFrame } from './net/socket-recording.js';
