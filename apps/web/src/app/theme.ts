import { theme as antdTheme, type ThemeConfig } from 'antd';
import { palettes, type Ground } from './palette';

/** Of words under the pointer: on the dark ground the hovered fill is too dark to be read as text. */
const pointed = (ground: Ground): string => palettes[ground][ground === 'dark' ? 'accent' : 'accent-hover'];

function colours(ground: Ground): NonNullable<ThemeConfig['token']> {
  const p = palettes[ground];
  return {
    colorText: p.ink,
    colorTextSecondary: p['ink-2'],
    colorTextTertiary: p['ink-3'],
    colorTextQuaternary: p['ink-3'],
    colorTextDisabled: p.control,
    colorTextPlaceholder: p['ink-3'],
    colorTextDescription: p['ink-3'],
    colorIcon: p['ink-3'],
    colorBgLayout: p.layout,
    colorBgContainer: p.panel,
    colorBgElevated: p.raised,
    colorFillSecondary: p.fill,
    colorFillTertiary: p.fill,
    colorFillQuaternary: p['fill-2'],
    colorBorder: p.control,
    colorBorderSecondary: p.line,
    colorSplit: p['line-2'],
    colorLink: p.accent,
    colorLinkHover: pointed(ground),
    colorPrimary: p['accent-fill'],
    colorPrimaryHover: p['accent-hover'],
    colorPrimaryActive: p['accent-active'],
    colorPrimaryText: p.accent,
    colorPrimaryBg: p['accent-bg'],
    colorPrimaryBgHover: p['accent-bg'],
    colorPrimaryBorder: p['accent-line'],
    colorInfo: p['accent-fill'],
    colorSuccess: p['ok-solid'],
    colorSuccessText: p.ok,
    colorSuccessBg: p['ok-bg'],
    colorWarning: p['warn-solid'],
    colorWarningText: p.warn,
    colorWarningBg: p['warn-bg'],
    colorError: p['bad-solid'],
    colorErrorText: p.bad,
    colorErrorBg: p['bad-bg'],
  };
}

function components(ground: Ground): NonNullable<ThemeConfig['components']> {
  const p = palettes[ground];
  return {
    Button: {
      defaultBorderColor: p.line,
      defaultHoverColor: pointed(ground),
      defaultActiveColor: p.accent,
      defaultShadow: p['shadow-button'],
      primaryShadow: 'none',
      fontWeight: 400,
      contentFontSizeLG: 14,
    },
    Segmented: {
      trackBg: p.fill,
      itemColor: p['ink-2'],
      itemSelectedBg: ground === 'light' ? p.panel : '#2C3A55',
      itemSelectedColor: p.accent,
      itemHoverBg: 'transparent',
    },
    Select: {
      optionSelectedBg: p['accent-bg'],
      optionActiveBg: p['fill-2'],
      multipleItemBg: p.fill,
      multipleItemBorderColor: 'transparent',
    },
    Menu: { itemSelectedBg: p['accent-bg'], itemSelectedColor: p.accent },
    Table: {
      headerBg: p['fill-2'],
      headerColor: p['ink-2'],
      rowSelectedBg: p['accent-bg'],
      borderColor: p['line-2'],
    },
    Tag: { defaultBg: p.fill, defaultColor: p['ink-2'] },
    Tooltip: { colorBgSpotlight: ground === 'light' ? p.ink : '#333C4A' },
    Modal: { contentBg: p.raised, headerBg: p.raised },
  };
}

/** The antd theme of one ground. Sizes follow the 8 px grid: controls 24 small, 32 default, 40 in action bars. */
export function themeOf(ground: Ground, still: boolean): ThemeConfig {
  return {
    cssVar: { key: 'hotline' },
    hashed: false,
    algorithm: ground === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      fontFamily: 'var(--font)',
      fontSize: 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightLG: 40,
      controlHeightSM: 24,
      fontWeightStrong: 600,
      motionDurationFast: '80ms',
      motionDurationMid: '120ms',
      motionDurationSlow: '120ms',
      motion: !still,
      boxShadowSecondary: palettes[ground].shadow,
      ...colours(ground),
    },
    components: components(ground),
  };
}

/** Puts the palette on the root element as `--ink`, `--panel` …, so that plain CSS and antd share one source. */
export function applyPalette(ground: Ground): void {
  const root = document.documentElement;
  root.dataset['theme'] = ground;
  root.style.colorScheme = ground;
  for (const [name, value] of Object.entries(palettes[ground])) root.style.setProperty(`--${name}`, value);
}
