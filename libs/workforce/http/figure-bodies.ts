import { ApiProperty } from '@nestjs/swagger';

/** A rate with both halves. */
export class ReportShareBody {
  @ApiProperty()
  numerator!: number;
  @ApiProperty()
  denominator!: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Two decimals; null of nothing' })
  percent!: number | null;
}

/** A mean with its sum and what it is divided by. */
export class ReportMeanBody {
  @ApiProperty()
  totalMs!: number;
  @ApiProperty({ description: 'How many have a known length' })
  count!: number;
  @ApiProperty({ type: Number, nullable: true })
  meanMs!: number | null;
}

export class QueueFiguresBody {
  @ApiProperty({ description: 'Calls whose first stay was here; without a queue, calls that came to none' })
  arrived!: number;
  @ApiProperty({ description: 'Hung up before they asked for an agent' })
  leftIvr!: number;
  @ApiProperty({ description: 'Ended by the dialplan, as out of hours' })
  closed!: number;
  @ApiProperty({ description: 'Entered or refused' })
  asked!: number;
  @ApiProperty()
  entered!: number;
  @ApiProperty()
  answered!: number;
  @ApiProperty()
  abandoned!: number;
  @ApiProperty({ description: 'Given up under the seconds of the definition' })
  shortAbandoned!: number;
  @ApiProperty()
  limits!: number;
  @ApiProperty()
  keys!: number;
  @ApiProperty()
  refusedFull!: number;
  @ApiProperty()
  refusedEmpty!: number;
  @ApiProperty()
  leftEmpty!: number;
  @ApiProperty()
  withdrawn!: number;
  @ApiProperty({ description: 'Still open, or ended while nobody listened' })
  unknown!: number;
  @ApiProperty({ description: 'Answered at a telephone that belongs to nobody' })
  unassigned!: number;
  @ApiProperty({ description: 'Telephones that rang in vain' })
  rungOut!: number;
  @ApiProperty({ description: 'Rings that an agent refused' })
  rejected!: number;
  @ApiProperty()
  ringCancelled!: number;
  @ApiProperty()
  transferred!: number;
  @ApiProperty({ type: ReportShareBody, description: 'By the definition of each day' })
  connectionRate!: ReportShareBody;
  @ApiProperty({ type: ReportShareBody, description: 'By the definition of each day' })
  serviceLevel!: ReportShareBody;
  @ApiProperty({ type: ReportShareBody, description: 'By the definition of each day' })
  abandonment!: ReportShareBody;
  @ApiProperty({ type: ReportMeanBody, description: 'ASA: joined to answered, the ring included' })
  wait!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'Without what was on hold' })
  talk!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'Of the calls that were put on hold' })
  hold!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'After the call' })
  wrapUp!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'AHT: talk, hold and wrap-up' })
  handling!: ReportMeanBody;
  @ApiProperty({ description: 'Of those answered or given up; to the second, at most 600' })
  longestWaitSeconds!: number;
}

export class AgentFiguresBody {
  @ApiProperty({ description: 'Rings: answered, in vain, refused or withdrawn' })
  offered!: number;
  @ApiProperty()
  answered!: number;
  @ApiProperty()
  rungOut!: number;
  @ApiProperty()
  rejected!: number;
  @ApiProperty()
  ringCancelled!: number;
  @ApiProperty()
  transferred!: number;
  @ApiProperty({ description: 'Calls out' })
  dialled!: number;
  @ApiProperty({ description: 'Calls out that were taken' })
  reached!: number;
  @ApiProperty({ type: ReportMeanBody, description: 'ASA: joined to answered, the ring included' })
  wait!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'Without what was on hold' })
  talk!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'Of the calls that were put on hold' })
  hold!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'After the call' })
  wrapUp!: ReportMeanBody;
  @ApiProperty({ type: ReportMeanBody, description: 'AHT: talk, hold and wrap-up' })
  handling!: ReportMeanBody;
  @ApiProperty({
    type: ReportShareBody,
    description: 'Milliseconds of talk, hold and wrap-up, of these and idle time',
  })
  occupancy!: ReportShareBody;
  @ApiProperty({
    type: ReportShareBody,
    description: 'Milliseconds of the shift signed in and not on a break, of the shift',
  })
  adherence!: ReportShareBody;
  @ApiProperty()
  signedMs!: number;
  @ApiProperty()
  idleMs!: number;
  @ApiProperty()
  ringingMs!: number;
  @ApiProperty()
  talkingMs!: number;
  @ApiProperty()
  holdingMs!: number;
  @ApiProperty()
  wrappingMs!: number;
  @ApiProperty()
  breakMs!: number;
  @ApiProperty()
  trainingMs!: number;
  @ApiProperty()
  outboundMs!: number;
  @ApiProperty()
  otherMs!: number;
  @ApiProperty()
  rosteredMs!: number;
}
