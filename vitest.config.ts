import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** A test that starts processes takes seconds on a busy machine: the limit only ends what hangs. */
const LIMIT_MS = 60_000

/** What starts servers and kills them belongs to `npm test`: the black box, and the server’s own tests of sockets, ends and power cuts. */
const withProcesses = !process.env['WITHOUT_PROCESSES']
/** The one that waits for the time to pass, where it is run beside the others. */
const waiting = process.env['WITHOUT_WAITING'] ? ['**/two-minutes.test.ts'] : []
const processes = withProcesses ? [] : ['**/{drain,main,socket,kill,power,recorded-cuts}.test.ts']

/** One project per package: `vitest run --project ritual` runs a folder's tests alone. */
function project(name: string, root: string) {
  return {
    test: {
      name,
      root,
      include: ['**/*.test.{ts,tsx,mjs}'],
      exclude: ['**/node_modules/**', '**/dist/**', ...processes, ...waiting],
      testTimeout: LIMIT_MS,
      hookTimeout: LIMIT_MS,
      // No module of ours holds state, so files may share a worker: it saves a quarter of the run.
      isolate: false,
    },
  }
}

/** Before all the others: the one that starts a server thirty times over and would else be the last alone. */
const longest = ['kill-loop.test.ts']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own method, not an array's
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.some((name) => moduleId.endsWith(`/${name}`))
    const first = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)))
    return [...first, ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    // On two cores vitest would take one worker. Many of the black box wait for a server of their own.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
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
