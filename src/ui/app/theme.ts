// What does the app look like: one accent, system fonts with good Chinese, dense and calm, light and dark.
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorScheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';

/** The setting `theme` as the library calls it. */
export function readColorScheme(setting: string | undefined): MantineColorScheme {
  return setting === 'light' || setting === 'dark' ? setting : 'auto';
}

/** The look is a setting of the archive; nothing is left in the browser (security.md 42). */
export const sessionOnly: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** A quiet teal-blue; the only accent there is. */
const accent: MantineColorsTuple = [
  '#eaf4f8',
  '#d6e6ee',
  '#aacddd',
  '#7bb3cb',
  '#559dbc',
  '#3d8fb3',
  '#2f88af',
  '#20759a',
  '#11688b',
  '#005a7c',
];

/** Greys of the dark scheme with the same cool hue as the surfaces below. */
const dark: MantineColorsTuple = [
  '#e6e8ea',
  '#c3c8ce',
  '#a0a7b0',
  '#7f8791',
  '#3a4047',
  '#2e3237',
  '#212529',
  '#17191c',
  '#121416',
  '#0c0e10',
];

export const FONT_STACK =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Casebinder Han", "Helvetica Neue", Arial, sans-serif';

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 7 },
  colors: { accent, dark },
  fontFamily: FONT_STACK,
  fontFamilyMonospace: '"Cascadia Mono", "SF Mono", Consolas, "Noto Sans Mono", monospace, "Casebinder Han"',
  fontSizes: { xs: '11.5px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'sm',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  spacing: { xs: '6px', sm: '10px', md: '14px', lg: '20px', xl: '28px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } },
  },
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    InputWrapper: { styles: { label: { marginBottom: 4, fontWeight: 500 } } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Badge: { defaultProps: { variant: 'light', size: 'sm', radius: 'sm', tt: 'none', fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 'sm' } },
  },
});

/** Surfaces and lines of both schemes; components use these names, never raw colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--cb-canvas': '#ffffff',
    '--cb-sunken': '#f6f7f8',
    '--cb-raised': '#ffffff',
    '--cb-line': '#e3e6e9',
    '--cb-text': '#1b1f24',
    '--cb-quiet': '#5b636d',
    '--cb-accent-soft': '#eaf4f8',
    '--cb-hit': '#fdeeb0',
    '--cb-have': '#1f7a4d',
    '--cb-weak': '#8f5f00',
    '--cb-missing': '#b3261e',
    '--mantine-color-text': '#1b1f24',
    '--mantine-color-dimmed': '#5b636d',
    '--mantine-color-body': '#ffffff',
  },
  dark: {
    '--cb-canvas': '#17191c',
    '--cb-sunken': '#121416',
    '--cb-raised': '#1e2124',
    '--cb-line': '#2e3237',
    '--cb-text': '#e6e8ea',
    '--cb-quiet': '#a0a7b0',
    '--cb-accent-soft': '#17303b',
    '--cb-hit': '#5c4a12',
    '--cb-have': '#5cc592',
    '--cb-weak': '#e0b15c',
    '--cb-missing': '#f28b82',
    '--mantine-color-text': '#e6e8ea',
    '--mantine-color-dimmed': '#a0a7b0',
    '--mantine-color-body': '#17191c',
  },
});
