import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runToEnd } from './children.mjs'

const children = new URL('./children.mjs', import.meta.url).href
const followParent = new URL('./follow-parent.mjs', import.meta.url).pathname

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** @param {string} name @param {string} text */
function script(name, text) {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** A server that says when it is ready and, on its way out, why; the test reads both from the end of its standard output. */
const server = `
  process.on('SIGTERM', () => process.exit(console.log('asked to end') ?? 0))
  setInterval(() => {}, 1000)
  console.log('ready')`

/** A command that serves it as \`npm start\` does. */
const command = (/** @type {string} */ file) => `
  import { endWithParent, serve } from '${children}'
  endWithParent()
  process.exitCode = await serve('${folder}', process.execPath, ['--import', '${followParent}', '${file}'])`

/**
 * Starts a program, does something to it once it is ready, and answers all that it and its children have printed when the last of
 * them is gone: until then one of them holds the standard output open.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {(child: import('node:child_process').ChildProcess) => void} whenReady
 * @returns {Promise<string>}
 */
function printedUntilAllAreGone(program, args, whenReady) {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'start' } })
  let printed = ''
  child.stdout.on('data', (chunk) => {
    printed += chunk
    if (String(chunk).includes('ready')) whenReady(child)
  })
  return new Promise((resolve) => child.stdout.on('close', () => resolve(printed)))
}

test('a program answers its exit code and, when quiet, its words', async () => {
  const file = script('speak.mjs', "console.log('one'); console.error('two'); process.exitCode = 3")
  expect(await runToEnd(folder, process.execPath, [file], { quiet: true })).toEqual({ code: 3, output: 'one\ntwo\n' })
})

test('a program ended by a signal has failed', async () => {
  const file = script('end.mjs', "process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000)")
  expect(await runToEnd(folder, process.execPath, [file])).toMatchObject({ code: 1 })
})

test('the server ends when its command is asked to', async () => {
  const start = script('start.mjs', command(script('server.mjs', server)))
  expect(await printedUntilAllAreGone(process.execPath, [start], (child) => child.kill('SIGTERM'))).toBe('ready\nasked to end\n')
})

test('the server ends when its command is killed without a word', async () => {
  const start = script('start.mjs', command(script('server.mjs', server)))
  expect(await printedUntilAllAreGone(process.execPath, [start], (child) => child.kill('SIGKILL'))).toBe('ready\nasked to end\n')
})

test('the server ends when what started its command through a shell is killed', async () => {
  const start = script('start.mjs', command(script('server.mjs', server)))
  const npm = script(
    'npm.mjs',
    `import { spawn } from 'node:child_process'
    spawn('sh', ['-c', \`"\${process.execPath}" ${start}; true\`], { stdio: 'inherit' })`,
  )
  expect(await printedUntilAllAreGone(process.execPath, [npm], (child) => child.kill('SIGKILL'))).toBe('ready\nasked to end\n')
})
