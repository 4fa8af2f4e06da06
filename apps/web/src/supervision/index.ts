export { NotesPanel } from './NotesPanel';
export { OrdersPanel } from './OrdersPanel';
export { UrgentStrip } from './UrgentStrip';
