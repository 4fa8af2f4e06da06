import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import { Nested, NestedList, Omissible } from '@hotline/platform';
import type { LegalFacts } from '../domain/legal-facts.js';
import { InterruptionBody, OptionalDay, SuspensionBody } from './fact-bodies.js';

/** Days and codes alone, each entered once; a fact left out is not known. */
export class LegalFactsBody implements LegalFacts {
  @OptionalDay('劳动关系终止之日')
  employmentEnded?: string;
  @OptionalDay('最后一笔工资应发日')
  wageDue?: string;
  @OptionalDay('知道或者应当知道权利被侵害之日')
  disputeKnown?: string;

  @ApiPropertyOptional({ description: '因拖欠劳动报酬发生争议' })
  @Omissible()
  @IsBoolean()
  wagesOwed?: boolean;

  @OptionalDay('调解组织收到调解申请之日')
  mediationApplied?: string;
  @OptionalDay('仲裁委收到仲裁申请之日')
  arbitrationApplied?: string;
  @OptionalDay('仲裁委受理之日')
  arbitrationAccepted?: string;
  @OptionalDay('收到仲裁裁决书之日')
  awardReceived?: string;
  @OptionalDay('收到撤销裁决的裁定书之日')
  annulmentReceived?: string;
  @OptionalDay('起诉之日')
  lawsuitFiled?: string;

  @OptionalDay('事故伤害发生之日')
  injuryHappened?: string;
  @OptionalDay('被诊断、鉴定为职业病之日')
  diseaseDiagnosed?: string;
  @OptionalDay('提出工伤认定申请之日')
  recognitionApplied?: string;
  @OptionalDay('工伤认定申请受理之日')
  recognitionAccepted?: string;
  @OptionalDay('收到工伤认定决定之日')
  recognitionReceived?: string;
  @OptionalDay('申请行政复议之日')
  reconsiderationApplied?: string;
  @OptionalDay('鉴定委员会收到鉴定申请之日')
  appraisalApplied?: string;
  @OptionalDay('收到鉴定结论之日')
  appraisalReceived?: string;
  @OptionalDay('申请再次鉴定之日')
  reappraisalApplied?: string;

  @OptionalDay('违法行为发生或者终了之日')
  violationEnded?: string;
  @OptionalDay('向劳动保障监察举报、投诉之日')
  inspectionComplained?: string;
  @OptionalDay('劳动保障监察立案之日')
  inspectionOpened?: string;
  @OptionalDay('劳动保障监察作出处理之日')
  inspectionDecided?: string;

  @OptionalDay('工会意见书送达之日')
  opinionSent?: string;
  @OptionalDay('用人单位书面答复之日')
  opinionAnswered?: string;
  @OptionalDay('法律援助机构收到申请之日')
  legalAidApplied?: string;

  @OptionalDay('收到信访处理意见之日')
  petitionAnswered?: string;
  @OptionalDay('请求复查之日')
  petitionReviewAsked?: string;
  @OptionalDay('收到复查意见之日')
  petitionReviewAnswered?: string;
  @OptionalDay('请求复核之日')
  petitionRereviewAsked?: string;

  @ApiPropertyOptional({ type: [InterruptionBody], description: 'Start a limitation anew' })
  @Omissible()
  @NestedList(() => InterruptionBody, 20)
  interruptions?: InterruptionBody[];

  @ApiPropertyOptional({ type: [SuspensionBody], description: 'Stop a limitation for a while' })
  @Omissible()
  @NestedList(() => SuspensionBody, 10)
  suspensions?: SuspensionBody[];
}

export class SaveLegalFactsBody {
  @ApiProperty({
    minimum: 0,
    maximum: 1_000_000,
    description: 'The version these facts were edited from; 0 when there was none',
  })
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  replaces!: number;

  @ApiProperty({ type: LegalFactsBody })
  @Nested(() => LegalFactsBody)
  facts!: LegalFactsBody;
}
