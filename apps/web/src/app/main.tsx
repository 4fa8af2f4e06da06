import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import 'dayjs/locale/zh-cn';
import { StrictMode, Suspense, useEffect, useLayoutEffect, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { queryClient } from '../api/queries';
import './base.css';
import { useGround, useStill } from './ground';
import { useTexts } from './i18n';
import { router } from './router';
import { useSettings } from './settings';
import './texts';
import { applyPalette, themeOf } from './theme';

function Root(): ReactElement {
  const ground = useGround();
  const still = useStill();
  const { language } = useSettings();
  const t = useTexts('app');
  useLayoutEffect(() => applyPalette(ground), [ground]);
  useEffect(() => {
    document.title = t('product');
  }, [t]);
  return (
    <ConfigProvider
      theme={themeOf(ground, still)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp component={false}>
        <QueryClientProvider client={queryClient}>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
          </Suspense>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
