import { RequestRuling } from '../RequestRuling';
import { useAct } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';

/** The second person: only this ruling takes a ticket out of the on-time rate. */
export default function ExclusionRulingForm(props: VerbFormProps) {
  const act = useAct(props.ticket, 'rule-exclusion');
  return <RequestRuling {...props} verb="rule-exclusion" act={act} kind="exclusion" />;
}
