import { ApiProperty } from '@nestjs/swagger';
import { FACT_DAYS, type FactDay, INTERRUPTIONS, type InterruptionKind } from '../domain/legal-facts.js';
import { LEGAL_STATES, LEGAL_STEPS, type LegalState, type LegalStep } from '../domain/legal-clock.js';
import { SPAN_UNITS, type Span } from '../domain/last-day.js';
import { RULE_ACTORS, RULE_GROUPS, type RuleActor, type RuleGroup } from '../domain/rule.js';
import { RULE_IDS, type RuleId } from '../domain/rules.js';
import { LegalFactsBody } from './legal-facts-body.js';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class BothLanguagesBody {
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
}

/** An article by name and version; `quote` is null where the text is not held and only named. */
export class ArticleBody {
  @ApiProperty({ example: '中华人民共和国劳动争议调解仲裁法' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Date of the version quoted' })
  version!: string | null;
  @ApiProperty({ example: '第二十七条第一款' })
  article!: string;
  @ApiProperty({ type: String, nullable: true })
  quote!: string | null;
}

export class LegalSpanBody {
  @ApiProperty()
  amount!: number;
  @ApiProperty({ enum: SPAN_UNITS })
  unit!: Span['unit'];
}

/** One line of the arithmetic, in the order a person would write it down. */
export class LegalStepBody {
  @ApiProperty({ enum: LEGAL_STEPS })
  step!: LegalStep['step'];
  @ApiProperty(DAY)
  on!: string | null;
  @ApiProperty(DAY)
  to!: string | null;
  @ApiProperty({ type: Number, nullable: true })
  amount!: number | null;
  @ApiProperty({ type: String, enum: SPAN_UNITS, nullable: true })
  unit!: Span['unit'] | null;
  @ApiProperty({ type: String, enum: [...FACT_DAYS, ...INTERRUPTIONS], nullable: true })
  about!: FactDay | InterruptionKind | null;
}

export class LegalClockBody {
  @ApiProperty({ enum: RULE_IDS })
  rule!: RuleId;
  @ApiProperty({ enum: RULE_GROUPS })
  group!: RuleGroup;
  @ApiProperty({ enum: RULE_ACTORS, description: 'Who has to act by the last day' })
  by!: RuleActor;
  @ApiProperty()
  zh!: string;
  @ApiProperty()
  en!: string;
  @ApiProperty({ type: LegalSpanBody })
  span!: LegalSpanBody;
  @ApiProperty({ description: 'The number of days is a setting of this system, not a figure of a law' })
  setting!: boolean;
  @ApiProperty({ enum: LEGAL_STATES })
  state!: LegalState;
  @ApiProperty(DAY)
  startedOn!: string | null;
  @ApiProperty({ type: String, enum: FACT_DAYS, nullable: true })
  startFact!: FactDay | null;
  @ApiProperty({ description: 'Counted from a fact that only stands in for the one the law names' })
  guessed!: boolean;
  @ApiProperty({ ...DAY, description: 'The last interruption that counted' })
  restartedOn!: string | null;
  @ApiProperty({ ...DAY, description: 'Included: an act on this day is in time' })
  lastDay!: string | null;
  @ApiProperty({ ...DAY, description: 'With the extension somebody may grant' })
  longestDay!: string | null;
  @ApiProperty(DAY)
  doneOn!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Calendar days; negative when past' })
  daysLeft!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Share of the time that is gone, percent' })
  gone!: number | null;
  @ApiProperty({ enum: ['none', 'soon', 'over'] })
  notice!: 'none' | 'soon' | 'over';
  @ApiProperty({ description: 'Reaches a year without a published calendar' })
  provisional!: boolean;
  @ApiProperty({ type: [LegalStepBody] })
  steps!: LegalStepBody[];
  @ApiProperty({ type: [ArticleBody] })
  articles!: ArticleBody[];
}

/** Guidance, never a legal opinion: the caveat goes with every screen that shows it. */
export class LegalClocksBody {
  @ApiProperty({ type: String, format: 'date' })
  asOf!: string;
  @ApiProperty()
  calendarVersion!: number;
  @ApiProperty({ type: BothLanguagesBody })
  caveat!: BothLanguagesBody;
  @ApiProperty({ type: [LegalClockBody], description: 'What runs first, by its last day' })
  clocks!: LegalClockBody[];
}

export class LegalPanelBody extends LegalClocksBody {
  @ApiProperty({ description: 'Of the facts; 0 when none have been saved' })
  version!: number;
  @ApiProperty({ type: LegalFactsBody })
  facts!: LegalFactsBody;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  savedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Display name' })
  savedBy!: string | null;
  @ApiProperty()
  mayEdit!: boolean;
}
