import { defineConfig } from '@playwright/test'
import { browser, laptop } from './devices.ts'
import type { HallOptions } from './e2e/hall.ts'

/** « Within a second », « no long task »: files with a promise in milliseconds. */
const measuring = ['**/first-sync.spec.ts', '**/main-line.spec.ts', '**/many.spec.ts']

export default defineConfig<HallOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: `../test-results/${process.env.REPORT ?? 'browser'}`,
  forbidOnly: true,
  // A test that passes the second time is a failing test.
  retries: 0,
  // Two at a time, since each waits for its server half of the while; those that measure are alone, or they would measure each other.
  workers: 1,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalTimeout: 20 * 60_000,
  reporter: [['list'], ['json', { outputFile: `../test-results/${process.env.REPORT ?? 'browser'}.json` }]],
  // Recording every screen of five devices costs as much as the tests: `TRACE=on` for whoever looks for a cause.
  use: {
    ...laptop,
    launchOptions: browser,
    actionTimeout: 15_000,
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  },
  projects: [
    { name: 'together', testIgnore: measuring },
    { name: 'alone', testMatch: measuring, use: { ownServer: true } },
  ],
})
