import { RequestRuling } from '../RequestRuling';
import { useAct } from '../useAct';
import type { VerbFormProps } from '../VerbFrame';

/** Granted, the promise and the unit's clock move by the days asked for; refused, nothing moves. */
export default function ExtensionRulingForm(props: VerbFormProps) {
  const act = useAct(props.ticket, 'rule-extension');
  return <RequestRuling {...props} verb="rule-extension" act={act} kind="extension" />;
}
