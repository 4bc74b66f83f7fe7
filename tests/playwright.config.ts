import { defineConfig } from '@playwright/test'
import { browser, laptop } from './devices.ts'

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results/browser',
  forbidOnly: true,
  // A test that passes the second time is a failing test.
  retries: 0,
  // Some tests promise « within a second »; two browsers at work on two cores would measure each other.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalTimeout: 20 * 60_000,
  reporter: [['list'], ['json', { outputFile: '../test-results/browser.json' }]],
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
  projects: [{ name: 'laptop' }],
})
