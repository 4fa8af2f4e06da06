import { registerTexts } from '../../app/i18n';
import { en } from './texts.en';
import { zh } from './texts.zh';

registerTexts('desk', { zh, en });
