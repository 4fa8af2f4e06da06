import { registerTexts } from '../../app/i18n';
import { en } from './texts.en';
import { zh } from './texts.zh';

export const texts = { zh, en };
registerTexts('ticket', texts);
