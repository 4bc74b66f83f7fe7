import { defineConfig } from 'vitest/config'

/** A test that starts processes takes seconds on a busy machine: the limit only ends what hangs. */
const LIMIT_MS = 60_000

/** What starts servers and kills them belongs to `npm test`: the black box, and the server’s own tests of sockets, ends and power cuts. */
const withProcesses = !process.env['WITHOUT_PROCESSES']
const processes = withProcesses ? [] : ['**/{drain,main,socket,kill,power}.test.ts']

/** One project per package: `vitest run --project ritual` runs a folder's tests alone. */
function project(name: string, root: string) {
  return {
    test: {
      name,
      root,
      include: ['**/*.test.{ts,tsx,mjs}'],
      exclude: ['**/node_modules/**', '**/dist/**', ...processes],
      testTimeout: LIMIT_MS,
      hookTimeout: LIMIT_MS,
      // No module of ours holds state, so files may share a worker: it saves a quarter of the run.
      isolate: false,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      project('ritual', 'packages/ritual'),
      project('minutes', 'packages/minutes'),
      project('server', 'apps/server'),
      project('web', 'apps/web'),
      project('scripts', 'scripts'),
      ...(withProcesses ? [project('tests', 'tests')] : []),
    ],
  },
})
