import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webFiles } from './web-files.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clairiere-web-'))
  await mkdir(join(root, 'assets'))
  await writeFile(join(root, 'index.html'), '<!doctype html><title>page</title>')
  await writeFile(join(root, 'sw.js'), '// worker')
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'console.log(1)')
  await writeFile(join(root, 'assets', 'app-1a2b.js.gz'), gzipSync('console.log(1)'))
})
afterAll(() => rm(root, { recursive: true }))

const ask = (path: string, headers: Record<string, string> = {}) => webFiles(root).request(path, { headers })

test('a built asset is kept for ever, compressed as it was built', async () => {
  const answer = await ask('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' })
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(gunzipSync(new Uint8Array(await answer.arrayBuffer())).toString()).toBe('console.log(1)')
})

test('an asset that is no more is 404, not a page', async () => {
  expect((await ask('/assets/app-old.js')).status).toBe(404)
})

test.each(['/', '/m/01ABC', '/m/01ABC/compte-rendu'])('%s is the page, always asked for anew', async (path) => {
  const answer = await ask(path)
  expect(await answer.text()).toContain('<title>page</title>')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
})

test('the worker is asked for anew; nothing outside the folder is served', async () => {
  expect((await ask('/sw.js')).headers.get('cache-control')).toBe('no-cache')
  for (const path of ['/../package.json', '/..%2f..%2fetc%2fpasswd', '/assets/%2e%2e/%2e%2e/index.ts']) {
    expect(await (await ask(path)).text()).not.toMatch(/"name"|root:|import/)
  }
})
