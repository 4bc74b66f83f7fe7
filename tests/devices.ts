import { existsSync } from 'node:fs'
import type { BrowserContextOptions, LaunchOptions } from '@playwright/test'

/**
 * The devices that people hold in tests, each in a browser context of its own: two tabs of one context would share cookies and a
 * local channel past the server.
 */

/** The facilitator's laptop, and the projector. */
export const laptop: BrowserContextOptions = { viewport: { width: 1366, height: 768 } }

/** The smallest phone we promise to be pleasant on. */
export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
}

/** Where tests leave pictures of every screen, to be looked at; ignored by git. */
export const screenshots = new URL('../screenshots/', import.meta.url).pathname

const debian = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path))
const executablePath = process.env.CHROMIUM_PATH ?? debian

/** The browser of every device. Root, as CI is, needs no sandbox; the rest keeps it from asking for hosts that a test machine may not reach. */
export const browser: LaunchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  chromiumSandbox: false,
  args: [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}
