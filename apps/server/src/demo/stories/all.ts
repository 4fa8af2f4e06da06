import type { FieldCode } from '@hotline/ticket';
import type { Template } from '../template.js';
import { CONTRACT } from './contract.js';
import { DEMOCRACY } from './democracy.js';
import { HARDSHIP } from './hardship.js';
import { HOURS } from './hours.js';
import { INJURY } from './injury.js';
import { INSURANCE } from './insurance.js';
import { LEGAL } from './legal.js';
import { MEMBERSHIP } from './membership.js';
import { NEW_FORMS } from './new-forms.js';
import { OTHER } from './other.js';
import { PAY } from './pay.js';
import { SAFETY } from './safety.js';
import { UNION_AFFAIRS } from './union-affairs.js';
import { WOMEN_MINORS } from './women-minors.js';

export const STORIES: Readonly<Record<FieldCode, readonly Template[]>> = {
  pay: PAY,
  contract: CONTRACT,
  hours: HOURS,
  insurance: INSURANCE,
  injury: INJURY,
  safety: SAFETY,
  'women-minors': WOMEN_MINORS,
  democracy: DEMOCRACY,
  membership: MEMBERSHIP,
  hardship: HARDSHIP,
  legal: LEGAL,
  'new-forms': NEW_FORMS,
  'union-affairs': UNION_AFFAIRS,
  other: OTHER,
};
