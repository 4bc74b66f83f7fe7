import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/*
 * Programs that a command starts, and their end: nothing may outlive the command. npm starts us through a shell that does not
 * pass signals on, so a killed npm is only seen in who our parents are.
 */

const WATCH_MS = 250
const PATIENCE_MS = 10_000
/** npm repeats to us a Ctrl-C that the terminal has already sent; only a later one is a second thought. */
const ECHO_MS = 1_000
/** What a shell answers for a command ended by Ctrl-C. */
const INTERRUPTED = 130

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
/** When the end began, in ms; 0 before. */
let endingSince = 0

/**
 * @typedef {object} Manner
 * @property {NodeJS.ProcessEnv} [env] added to ours
 * @property {boolean} [quiet] collects what the program prints instead of showing it
 * @property {boolean} [shell]
 */

/**
 * Runs a program and answers its exit code and, when quiet, what it printed. Its standard input is closed: nothing may stop to ask.
 *
 * @param {string} root
 * @param {string} command
 * @param {string[]} args
 * @param {Manner} manner
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runToEnd(root, command, args, { env = {}, quiet = false, shell = false } = {}) {
  const output = quiet ? 'pipe' : 'inherit'
  const child = spawn(command, args, { cwd: root, env: environment(root, env), shell, stdio: ['ignore', output, output] })
  let printed = ''
  child.stdout?.on('data', (chunk) => (printed += chunk))
  child.stderr?.on('data', (chunk) => (printed += chunk))
  return ended(child).then((code) => (endingSince === 0 ? { code, output: printed } : leave()))
}

/**
 * Runs the server and answers its exit code. It has a process group of its own, so that a Ctrl-C reaches it once, from us; and a
 * channel to us (follow-parent.mjs), so that it ends even when we are killed without a word.
 *
 * @param {string} root
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function serve(root, command, args) {
  const child = spawn(command, args, {
    cwd: root,
    env: environment(root, {}),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  return ended(child)
}

/** From now on a signal, or the end of what started us, ends first what we have started and then us. */
export function endWithParent() {
  const parents = lineage()
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    const first = endingSince === 0
    if (!first && Date.now() - endingSince < ECHO_MS) return
    endingSince = Date.now()
    if (running.size === 0) process.exit(INTERRUPTED)
    for (const child of running) child.kill(first ? signal : 'SIGKILL')
    setTimeout(() => running.forEach((child) => child.kill('SIGKILL')), PATIENCE_MS).unref()
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal))
  setInterval(() => endingSince === 0 && lineage() !== parents && stop('SIGTERM'), WATCH_MS).unref()
}

/**
 * Nothing new begins once the end has begun; the last program to end takes us with it.
 *
 * @returns {Promise<never>}
 */
function leave() {
  if (running.size === 0) process.exit(INTERRUPTED)
  return new Promise(() => {})
}

/**
 * Who started us: our parent and, where the system tells, its parent. Under npm the first is a shell that outlives a killed npm and
 * goes on waiting for us.
 */
function lineage() {
  const stat = `/proc/${process.ppid}/stat`
  if (!process.env.npm_lifecycle_event || !existsSync(stat)) return `${process.ppid}`
  // The program's name, in brackets, may hold spaces; the state and the parent come after it.
  const [, parent] = readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return `${process.ppid} ${parent}`
}

/**
 * The exit code; 1 for a program that a signal ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function ended(child) {
  running.add(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  }).finally(() => running.delete(child))
}

/**
 * The pinned programs come first, for whatever a program starts in its turn. An empty HOME would make caches grow in the repository;
 * without one, programs ask the system. Code compiled once is kept where the server keeps its own: told from outside, its very first
 * file is read from there too, and nothing that strips types is loaded any more.
 *
 * @param {string} root
 * @param {NodeJS.ProcessEnv} added
 */
function environment(root, added) {
  const { HOME, ...rest } = process.env
  const PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`
  const NODE_COMPILE_CACHE = join(root, 'node_modules', '.cache', 'node')
  return { NODE_COMPILE_CACHE, ...rest, ...(HOME ? { HOME } : {}), ...added, PATH }
}
