export { Dialog } from './Dialog';
import './parts.css';
import './texts';

export { CardMark } from './CardMark';
export { DraftSaver, type SavePhase, type SaveStatus } from './draft-saver';
export { DraftConflict } from './DraftConflict';
export { EmptyState } from './EmptyState';
export { ErrorState, RequestId } from './ErrorState';
export { FilterChips, type FilterLabel } from './FilterChips';
export { composing, inField, sendByKey, useHotkeys, type Hotkeys } from './hotkeys';
export { Icon, type IconName } from './Icon';
export { newId } from './ids';
export { Kbd, keyLabel } from './Kbd';
export { MoreRows, PagedList, type Paged } from './PagedList';
export { PlacePicker, type ChosenPlace } from './PlacePicker';
export { remainingText, type Remaining } from './remaining';
export { ReasonFoot } from './ReasonFoot';
export { SaveState } from './SaveState';
export { Sheet } from './Sheet';
export { Skeletons } from './Skeletons';
export { clockText, dayText, durationText, minuteText, momentText, shortDayText } from './time';
export { TimeText } from './TimeText';
export { UnitName } from './UnitName';
export { UnitPicker } from './UnitPicker';
export { useFocusBack } from './useFocusBack';
export { useDebounced } from './useDebounced';
export { useRevealed, type Revealed } from './useRevealed';
export { useSavedDraft, type Saved, type SavedDraft } from './useSavedDraft';
export {
  allDrafts,
  forgetDraft,
  putDraft,
  useServerDraft,
  type DraftChange,
  type ServerDraft,
} from './useServerDraft';
export { WeekChoice } from './WeekChoice';
export { mondayOf, plusDays, weekdayOf, weekOf } from './weeks';
