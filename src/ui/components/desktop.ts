// What can the page do on the desktop that a browser can't?
import type { DesktopBridge } from '../../api/http/desktop-bridge.ts';

/** Undefined in browser mode. */
export const desktop: DesktopBridge | undefined = (window as { casebinder?: DesktopBridge }).casebinder;
