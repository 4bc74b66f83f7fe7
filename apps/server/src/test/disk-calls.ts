import { readFileSync } from 'node:fs'

/**
 * What one process did to the files of one folder, in the order of its calls. `asked` and `done` are positions in the record: what is done before another is asked for
 * came before it; all else is at the same time. `ms` is when it was asked, since 1970.
 */
export type DiskCall = { readonly asked: number; readonly done: number; readonly ms: number } & (
  | { readonly does: 'open'; readonly path: string; readonly empties: boolean }
  | { readonly does: 'write'; readonly path: string; readonly at: number | null; readonly bytes: Buffer }
  | { readonly does: 'cut'; readonly path: string; readonly length: number }
  | { readonly does: 'sync'; readonly path: string }
  | { readonly does: 'rename'; readonly path: string; readonly to: string }
  | { readonly does: 'remove'; readonly path: string }
  | { readonly does: 'make folder'; readonly path: string }
)

/** Those that change a disk; what is not understood of them is a fault, not a hole in the proof. */
const CALLS =
  'openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,sync_file_range,ftruncate,truncate,fallocate,copy_file_range,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,mkdir,mkdirat'

/** The command that records a program’s calls into a file: every thread, every byte, with the path of each descriptor. */
export const recorder = (into: string, program: string): string[] => [
  'strace',
  ...`-f --seccomp-bpf -y -xx -qq -ttt -s 4194304 -e trace=${CALLS} -e signal=none`.split(' '),
  '-o',
  into,
  program,
]

interface Line {
  readonly thread: string
  readonly ms: number
  readonly text: string
}

const read = (line: string): Line | null => {
  const found = /^(\d+) +(\d+\.\d+) (.*)$/s.exec(line)
  return found === null ? null : { thread: found[1] ?? '', ms: Number(found[2]) * 1000, text: found[3] ?? '' }
}

/** The process that was recorded. */
export const recordedPid = (file: string): number => Number(/^\d+/.exec(readFileSync(file, 'latin1'))?.[0])

/** Reads a record: the calls on files under `root`, but for those that `isLeftOut`. Throws on one it does not understand. */
export function diskCalls(file: string, root: string, isLeftOut: (path: string) => boolean): DiskCall[] {
  const calls: DiskCall[] = []
  const begun = new Map<string, { asked: number; ms: number; text: string }>()
  for (const [position, line] of readFileSync(file, 'latin1').split('\n').entries()) {
    const found = read(line)
    if (found === null) continue
    const { thread, ms, text } = found
    if (text.endsWith('<unfinished ...>')) {
      begun.set(thread, { asked: position, ms, text: text.slice(0, -'<unfinished ...>'.length) })
      continue
    }
    const rest = /^<\.\.\. \w+ resumed>(.*)$/s.exec(text)
    const start = rest === null ? undefined : begun.get(thread)
    if (rest !== null) begun.delete(thread)
    const whole = start === undefined ? text : start.text + (rest?.[1] ?? '')
    const call = understand(whole)
    if (call !== null && under(call.path, root) && !isLeftOut(call.path))
      calls.push({ ...call, asked: start?.asked ?? position, done: position, ms: start?.ms ?? ms } as DiskCall)
  }
  // A thread that was killed in the middle of a call may have done all of it, or nothing.
  for (const { asked, ms, text } of begun.values()) {
    const call = understand(`${text}) = 0`)
    if (call !== null && under(call.path, root) && !isLeftOut(call.path))
      calls.push({ ...call, asked, done: Number.POSITIVE_INFINITY, ms } as DiskCall)
  }
  return calls.toSorted((one, other) => one.asked - other.asked)
}

const under = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`)

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const pathOf = (hex: string): string => bytesOf(hex).toString()

type Bare = { does: DiskCall['does']; path: string } & Record<string, unknown>

/** One whole call with its result; null: it failed, or it is on no file. */
function understand(text: string): Bare | null {
  const name = /^\w+/.exec(text)?.[0] ?? ''
  if (/\) += (?:-1|\?)/.test(text.slice(-120))) return null
  const strings = Array.from(text.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g))
  if (strings.some(([, , isCut]) => isCut !== undefined)) throw new Error(`a call of ${name} was not recorded whole`)
  const given = strings.map(([, hex = '']) => hex)
  const descriptor = /^\w+\(\d+<((?:\\x[0-9a-f]{2})*)>/.exec(text)?.[1]
  const path = pathOf(descriptor ?? given[0] ?? '')
  const number = (at: RegExp): number => Number(at.exec(text)?.[1])
  switch (name) {
    case 'openat':
    case 'open':
      return text.includes('O_CREAT') || text.includes('O_TRUNC') ? { does: 'open', path, empties: text.includes('O_TRUNC') } : null
    case 'pwrite64':
      return {
        does: 'write',
        path,
        at: number(/, (\d+) *\) += \d+$/),
        bytes: bytesOf(given[0] ?? '').subarray(0, number(/ = (\d+)$/) || undefined),
      }
    case 'write':
      return descriptor === undefined ? null : { does: 'write', path, at: null, bytes: bytesOf(given[0] ?? '') }
    case 'fsync':
    case 'fdatasync':
      return { does: 'sync', path }
    case 'ftruncate':
    case 'truncate':
      return { does: 'cut', path, length: number(/, (\d+) *\) +=/) }
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return { does: 'rename', path, to: pathOf(given[1] ?? '') }
    case 'unlink':
    case 'unlinkat':
    case 'rmdir':
      return { does: 'remove', path }
    case 'mkdir':
    case 'mkdirat':
      return { does: 'make folder', path }
    default:
      // On no file of ours, or we would not know what it did.
      return descriptor === undefined ? null : { does: 'unknown' as never, path, name } // is refused by who reads it
  }
}
