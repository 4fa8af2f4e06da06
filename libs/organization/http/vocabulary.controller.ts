import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Problems } from '@hotline/platform';
import { ShowVocabulary } from '../use-cases/show-vocabulary.js';
import { SignedIn } from './permit.js';

export class TermBody {
  @ApiProperty({ example: 'legal-aid' })
  code!: string;
  @ApiProperty({ example: '法律援助' })
  zh!: string;
  @ApiProperty({ example: 'Legal aid' })
  en!: string;
}

export class FieldTermBody extends TermBody {
  @ApiProperty({ type: [TermBody] })
  items!: TermBody[];
}

export class VocabularyBody {
  @ApiProperty()
  version!: number;
  @ApiProperty({ type: [TermBody] })
  kinds!: TermBody[];
  @ApiProperty({ type: [FieldTermBody] })
  fields!: FieldTermBody[];
  @ApiProperty({ type: [TermBody] })
  tags!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  difficulties!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  urgencies!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  confidentialities!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  industries!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  outcomes!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  returnReasons!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  channels!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  extensionReasons!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  pauseReasons!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  exclusionReasons!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  declineReasons!: TermBody[];
  @ApiProperty({ type: [TermBody] })
  referralBodies!: TermBody[];
}

@ApiTags('vocabulary')
@Controller('api/vocabulary')
export class VocabularyController {
  constructor(private readonly vocabulary: ShowVocabulary) {}

  @Get()
  @SignedIn()
  @ApiOperation({
    operationId: 'ShowVocabulary',
    summary: 'Every coded choice of the forms, in both languages',
  })
  @ApiOkResponse({ type: VocabularyBody })
  @Problems(401, 503)
  async show(): Promise<VocabularyBody> {
    const { version, body } = await this.vocabulary.run();
    return { ...(body as unknown as VocabularyBody), version };
  }
}
