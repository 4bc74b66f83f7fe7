import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>

test('[pitfall 29] Yjs is the very version whose insides this guard follows; another one is a decision, after the long form of these tests', () => {
  const { dependencies } = read(new URL('../../package.json', import.meta.url).pathname) as { dependencies: Record<string, string> }
  expect(dependencies['yjs']).toBe('13.6.33')
  const installed = createRequire(import.meta.url)
    .resolve('yjs')
    .replace(/dist\/.*$/, 'package.json')
  expect(read(installed)['version']).toBe('13.6.33')
})
