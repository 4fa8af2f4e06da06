import { useIsPhone } from '../../app/ground';
import { PhoneInbox } from '../phone/PhoneInbox';
import { InboxPage } from './InboxPage';
import './inbox.css';
import './texts';

export default function Inbox() {
  return useIsPhone() ? <PhoneInbox /> : <InboxPage />;
}
