import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { UnitBriefBody } from '@hotline/organization';
import { Nested, Omissible, Text } from '@hotline/platform';
import { ORDER_KINDS, type OrderKind, RemainingBody, TICKET_STATES, type TicketState } from '@hotline/ticket';
import { ORDER_SIDES, ORDER_STATES, type OrderSide, type OrderState } from '../data/order-reads.js';
import { ORDER_SOURCES, type OrderSource } from '../domain/order-steps.js';

/** Texts here are stored in the clear: numbers of persons are refused, or starred when the sender says so. */
export class MaskableBody {
  @ApiPropertyOptional({ description: 'Star phone and ID numbers instead of refusing the text' })
  @Omissible()
  @IsBoolean()
  maskNumbers?: boolean;
}

export class UrgeBody extends MaskableBody {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  text!: string;
}

export class AnswerLimitBody {
  @ApiProperty({ minimum: 1, maximum: 60 })
  @IsInt()
  @Min(1)
  @Max(60)
  amount!: number;

  @ApiProperty({ enum: ['working-hours', 'working-days'] })
  @IsIn(['working-hours', 'working-days'])
  unit!: 'working-hours' | 'working-days';
}

export class SuperviseBody extends MaskableBody {
  @ApiProperty({ maxLength: 1000 })
  @Text(1000)
  text!: string;

  @ApiProperty({ type: AnswerLimitBody, description: 'Within what the unit has to answer' })
  @Nested(() => AnswerLimitBody)
  within!: AnswerLimitBody;
}

export class OrderReasonBody extends MaskableBody {
  @ApiProperty({ maxLength: 500 })
  @Text(500)
  reason!: string;
}

export class AnswerOrderBody extends MaskableBody {
  @ApiProperty({ maxLength: 2000 })
  @Text(2000)
  answer!: string;
}

export class OrdersQuery {
  @ApiPropertyOptional({
    enum: ORDER_SIDES,
    default: 'given',
    description: 'given or received by my units, or addressed to any unit in my subtree',
  })
  @IsOptional()
  @IsIn(ORDER_SIDES)
  side?: OrderSide;

  @ApiPropertyOptional({ enum: ORDER_STATES })
  @IsOptional()
  @IsIn(ORDER_STATES)
  state?: OrderState;

  @ApiPropertyOptional({ enum: ORDER_KINDS })
  @IsOptional()
  @IsIn(ORDER_KINDS)
  kind?: OrderKind;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only orders to this unit and those below it' })
  @IsOptional()
  @IsUUID()
  unitId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsUUID()
  cursor?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

/** What was said, when and by whom; without a name it was the system. */
export class SaidBody {
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  by!: string | null;
  @ApiProperty()
  text!: string;
}

export class OrderBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ORDER_KINDS, description: '催办, 督办, 提级' })
  kind!: OrderKind;
  @ApiProperty({ enum: ORDER_SOURCES, description: 'A superior, the worker who asks again, or the ladder' })
  source!: OrderSource;
  @ApiProperty({ type: UnitBriefBody })
  from!: UnitBriefBody;
  @ApiProperty({ type: UnitBriefBody })
  to!: UnitBriefBody;
  @ApiProperty({ type: String, nullable: true, description: 'Null for the system' })
  by!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: Date;
  @ApiProperty()
  text!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  dueAt!: Date | null;
  @ApiProperty({ enum: ORDER_STATES })
  state!: OrderState;
  @ApiProperty({ description: 'Answered after its deadline, or not yet and past it' })
  overdue!: boolean;
  @ApiProperty({ type: SaidBody, nullable: true })
  answer!: SaidBody | null;
  @ApiProperty({ type: SaidBody, nullable: true })
  end!: SaidBody | null;
}

export class OrderTicketBody {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty()
  no!: string;
  @ApiProperty()
  title!: string;
  @ApiProperty({ enum: TICKET_STATES })
  state!: TicketState;
  @ApiProperty({ enum: ['general', 'urgent'] })
  urgency!: string;
}

export class OwnOrderBody extends OrderBody {
  @ApiProperty({ description: 'This reader’s unit owes the answer' })
  mayAnswer!: boolean;
  @ApiProperty({ description: 'This reader’s unit gave it and may end it' })
  mayEnd!: boolean;
}

export class ListedOrderBody extends OwnOrderBody {
  @ApiProperty({ type: OrderTicketBody })
  ticket!: OrderTicketBody;
  @ApiProperty({ enum: ['none', 'yellow', 'red'], description: 'Of the deadline of the answer' })
  card!: 'none' | 'yellow' | 'red';
  @ApiProperty({ type: RemainingBody, nullable: true, description: 'Null without a running deadline' })
  remaining!: RemainingBody | null;
}

export class OrderPageBody {
  @ApiProperty({ type: [ListedOrderBody] })
  items!: ListedOrderBody[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
