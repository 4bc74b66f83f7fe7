/**
 * What a night runs, each with the figures that are wanted of it. One line a proof: add yours. `PROOF=night` takes seeds of the hour;
 * they are printed, and `SEED` (in the guard `GUARD_SEED`) runs one again.
 *
 * @typedef {{ title: string, args: string[], env?: Record<string, string> }} Night
 * @type {Night[]}
 */
export const nights = [
  { title: 'kill -9', args: tests('tests', 'tests/faults/kill-loop.test.ts'), env: { KILL_ROUNDS: '500' } },
  // of each of two kinds
  { title: 'honest meetings', args: tests('server', 'src/guard/honest.test.ts'), env: { GUARD_RUNS: '10000' } },
  // sixty a document
  { title: 'mutated updates', args: tests('server', 'src/guard/fuzz.test.ts'), env: { GUARD_RUNS: '8400' } },
  { title: 'a room, in any order', args: tests('server', 'src/room/model.test.ts'), env: { ROOM_RUNS: '20000' } },
  { title: 'snapshots', args: tests('server', 'src/room/compaction.test.ts'), env: { HISTORIES: '5000' } },
  { title: 'power cuts', args: tests('server', 'src/store/power.test.ts'), env: { POWER_CUTS: '2000' } },
  // what a real server wrote, replayed: needs strace
  { title: 'recorded power cuts', args: tests('server', 'src/recorded-cuts.test.ts'), env: { RECORDED_CUTS: '1000' } },
  { title: 'a thousand joins', args: tests('tests', 'tests/faults/join-storm.test.ts'), env: { JOINS: '990' } },
  { title: 'slow readers', args: tests('tests', 'tests/faults/slow-reader.test.ts'), env: { SILENT_READERS: '5' } },
  {
    title: 'a flood of strangers',
    args: tests('tests', 'tests/faults/pre-auth-flood.test.ts'),
    env: { STRANGERS: '1000', HALF_OPEN_TO_THE_END: '1' },
  },
  {
    title: 'a storm of presence',
    args: tests('tests', 'tests/faults/presence-storm.test.ts'),
    env: { PRESENT: '500', PRESENCE_ROUNDS: '50' },
  },
  { title: 'mutated frames', args: tests('server', 'src/room/frames.test.ts'), env: { FRAME_MUTANTS: '1000000' } },
  {
    title: 'screens',
    args: [
      'scripts/bootstrap.mjs',
      'e2e',
      ...[
        'agenda-in-hands',
        'caret',
        'editor',
        'hour-offline',
        'later-forms',
        'mood',
        'offers',
        'own-ritual',
        'screens',
        'where-things-stand',
      ].map((name) => `${name}.spec.ts`),
    ],
  },
  // half an hour of people who come and go: no memory that only grows, no timer or listener left behind
  { title: 'soak', args: ['bench/run.ts', '--soak'] },
  { title: 'a hundred and fifty people', args: ['scripts/bootstrap.mjs', 'e2e', 'many.spec.ts'], env: { MANY_MINUTES: '10' } },
]

/**
 * @param {string} project of vitest.config.ts
 * @param {string[]} files
 */
function tests(project, ...files) {
  return ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...files]
}
