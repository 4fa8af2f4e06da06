import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useTexts } from '../../app/i18n';
import { send } from '../../api/client';
import type { FailedJob } from '../../api/contract';
import { useCan } from '../../api/session';
import { ErrorState, momentText, TimeText } from '../../parts';

export function JobRow({ job }: { job: FailedJob }): ReactElement {
  const t = useTexts('failed-jobs');
  const { message } = App.useApp();
  const client = useQueryClient();
  const allowed = useCan('jobs.redrive');
  const redrive = useMutation({
    mutationFn: () => send('POST', `/failed-jobs/${job.id}/redrive`),
    onSuccess: () => {
      void message.success(t('done', { name: job.name }));
      return client.invalidateQueries({ queryKey: ['failed-jobs'] });
    },
  });
  return (
    <tr>
      <td>
        <TimeText at={job.failedAt} />
      </td>
      <td>
        {job.name}
        <div className="admin-note">{job.queue}</div>
      </td>
      <td>
        {job.ticketId ? (
          <Link to={`/tickets/${job.ticketId}`}>{job.ticketNo ?? job.ticketId}</Link>
        ) : (
          <span className="quiet">—</span>
        )}
      </td>
      <td>
        <code>{job.error}</code>
        {redrive.isError && <ErrorState small error={redrive.error} />}
      </td>
      <td className="num">{t('attempts', { count: job.attempts })}</td>
      <td>
        {job.redrivenAt ? (
          <span className="quiet">{t('redriven', { at: momentText(job.redrivenAt) })}</span>
        ) : (
          allowed && (
            <Button size="small" loading={redrive.isPending} onClick={() => redrive.mutate()}>
              {t('redrive')}
            </Button>
          )
        )}
      </td>
    </tr>
  );
}
