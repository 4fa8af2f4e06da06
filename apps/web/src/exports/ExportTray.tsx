import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useIsPhone } from '../app/ground';
import { useTexts } from '../app/i18n';
import { EmptyState, ErrorState, Sheet, Skeletons, useFocusBack } from '../parts';
import { ExportRow } from './ExportRow';
import { useExports } from './useExports';

/** 我的导出: files under way and finished ones, newest first. */
export function ExportTray({ onClose }: { onClose: () => void }): ReactElement {
  const t = useTexts('exports');
  const phone = useIsPhone();
  useFocusBack();
  const files = useExports();
  const items = files.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet open size={phone ? '100%' : 560} title={t('tray')} onClose={onClose}>
      <p className="quiet export-about">{t('about')}</p>
      {files.isPending && <Skeletons rows={3} height={56} />}
      {files.isError && <ErrorState small error={files.error} onRetry={() => void files.refetch()} />}
      {files.isSuccess && items.length === 0 && (
        <EmptyState icon="download" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      <ul className="export-list">
        {items.map((file) => (
          <ExportRow key={file.id} file={file} />
        ))}
      </ul>
      {files.hasNextPage && (
        <Button type="link" loading={files.isFetchingNextPage} onClick={() => void files.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Sheet>
  );
}
