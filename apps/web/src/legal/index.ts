import { lazy } from 'react';
import { registerTexts } from '../app/i18n';
import { petitionTexts } from './petition-texts';
import { texts } from './texts';

registerTexts('legal', texts);
registerTexts('petition', petitionTexts);

// Opened with the page they stand on, loaded after it: the desk has to be there first.
export const LegalPanel = lazy(() => import('./LegalPanel'));
export const PetitionPanel = lazy(() => import('./PetitionPanel'));
export const DeskLegal = lazy(() => import('./DeskLegal'));
export { isEmpty, sendable, type LegalFacts } from './facts';
export { keepUnsaved } from './useLegalFacts';
