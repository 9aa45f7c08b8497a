// Which screens are there to go to, in which order, under which picture and key?
import {
  IconActivity,
  IconAddressBook,
  IconBarcode,
  IconBriefcase,
  IconCalendarWeek,
  IconFiles,
  IconInbox,
  IconPackage,
  IconReportAnalytics,
  IconSettings,
  IconShieldCheck,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

export interface Screen {
  readonly to: string;
  /** Key of the words. */
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number; color?: string }>;
  /** Pressed after "g". */
  readonly key: string;
}

export const SCREENS = [
  { to: '/inbox', label: 'ui.navInbox', icon: IconInbox, key: 'i' },
  { to: '/documents', label: 'ui.navDocuments', icon: IconFiles, key: 'd' },
  { to: '/identifiers', label: 'ui.navIdentifiers', icon: IconBarcode, key: 'o' },
  { to: '/cases', label: 'ui.navCases', icon: IconBriefcase, key: 'c' },
  { to: '/packs', label: 'ui.navPacks', icon: IconPackage, key: 'p' },
  { to: '/reports', label: 'uiDesk.navReports', icon: IconReportAnalytics, key: 'r' },
  { to: '/week', label: 'ui.navWeek', icon: IconCalendarWeek, key: 'w' },
  { to: '/contacts', label: 'uiDesk.navContacts', icon: IconAddressBook, key: 'n' },
  { to: '/activity', label: 'ui.navActivity', icon: IconActivity, key: 'a' },
  { to: '/health', label: 'ui.navHealth', icon: IconShieldCheck, key: 'h' },
  { to: '/settings', label: 'ui.navSettings', icon: IconSettings, key: 's' },
] as const satisfies readonly Screen[];
