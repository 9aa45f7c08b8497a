// A Chromium for tests: one that the machine names or has, else the one inside the npm package.
import { existsSync } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The running browser, or the reason why there is none on this machine. */
export async function launchChromium(): Promise<{ browser: Browser } | { reason: string }> {
  const named = process.env['CASEBINDER_CHROMIUM'];
  const present = [named, ...USUAL_PLACES].find((path) => path !== undefined && existsSync(path));
  try {
    const executablePath = present ?? (await chromiumPackage.executablePath());
    // The packaged flags are made for a cloud function; those that switch off rules under test stay out, and so
    // does --single-process, with which closing one context closes the browser.
    const packaged = chromiumPackage.args.filter(
      (arg) =>
        !/^--(single-process|disable-web-security|disable-site-isolation|allow-running|headless|no-zygote)/.test(
          arg,
        ),
    );
    const args = present === undefined ? packaged : ['--no-sandbox'];
    return { browser: await chromium.launch({ executablePath, args, headless: true }) };
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
