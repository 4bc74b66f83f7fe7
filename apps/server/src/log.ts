import { type DestinationStream, pino } from 'pino'
import type { LogLevel } from './config.ts'

/**
 * All that a line of the log may carry besides its sentence: never a content, a secret, a query string or a name, and of an act neither
 * who nor which. Strings are short words without spaces (an id, a code, a route's pattern); anything else is left out and says so.
 */
export interface LogFields {
  readonly meetingId?: string
  readonly generation?: number
  readonly epoch?: number
  readonly seq?: number
  /** An HTTP status or a close code. */
  readonly status?: number
  readonly method?: string
  /** The pattern, such as `/api/meetings/:id`, never the path that was asked for. */
  readonly route?: string
  /** A code of our own: of a refusal, a state, a reason. */
  readonly code?: string
  readonly count?: number
  readonly bytes?: number
  readonly ms?: number
  readonly port?: number
  readonly host?: string
  readonly version?: string
}

/** A sentence written in the source. A string put together at run time does not pass, because it could carry anything. */
type Sentence<Text extends string> = string extends Text ? never : Text

/** `error` and `warn` also take the fault: its kind and where it was thrown; its message only when it cannot quote what people wrote. */
export interface Log {
  debug<Text extends string>(sentence: Sentence<Text>, fields?: LogFields): void
  info<Text extends string>(sentence: Sentence<Text>, fields?: LogFields): void
  warn<Text extends string>(sentence: Sentence<Text>, fields?: LogFields, fault?: unknown): void
  error<Text extends string>(sentence: Sentence<Text>, fields?: LogFields, fault?: unknown): void
  /** A log whose every line carries these fields too: a room's, a socket's. */
  with(fields: LogFields): Log
}

const FIELDS: Readonly<Record<keyof LogFields, true>> = {
  meetingId: true,
  generation: true,
  epoch: true,
  seq: true,
  status: true,
  method: true,
  route: true,
  code: true,
  count: true,
  bytes: true,
  ms: true,
  port: true,
  host: true,
  version: true,
}
const WORD = /^[\w.:/*-]{1,80}$/
const LEFT_OUT = '(left out)'
/** Deep enough for a fault, what caused it, and what caused that. */
const CAUSES = 3

/** JSON lines on stdout, or where `destination` says. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return wrap(destination === undefined ? pino(options) : pino(options, destination), {})
}

function wrap(lines: ReturnType<typeof pino>, known: LogFields): Log {
  const say = (level: 'debug' | 'info' | 'warn' | 'error', sentence: string, fields?: LogFields, fault?: unknown): void => {
    if (!lines.isLevelEnabled(level)) return
    const described = fault === undefined ? {} : { fault: describeFault(fault, CAUSES) }
    lines[level]({ ...admit({ ...known, ...fields }), ...described }, sentence)
  }
  return {
    debug: (sentence, fields) => say('debug', sentence, fields),
    info: (sentence, fields) => say('info', sentence, fields),
    warn: (sentence, fields, fault) => say('warn', sentence, fields, fault),
    error: (sentence, fields, fault) => say('error', sentence, fields, fault),
    with: (fields) => wrap(lines, { ...known, ...fields }),
  }
}

/** The types say so already; an object that came by another way may carry more. */
function admit(fields: LogFields): Record<string, unknown> {
  const admitted: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fields)) {
    if (!Object.hasOwn(FIELDS, name) || value === undefined) continue
    admitted[name] = typeof value === 'number' || WORD.test(String(value)) ? value : LEFT_OUT
  }
  return admitted
}

interface FaultLine {
  readonly name: string
  readonly message?: string
  readonly code?: unknown
  readonly at: readonly string[]
  readonly cause?: FaultLine
}

/** Of the stack only the places: its head is the message, and a `SyntaxError` quotes the text that it could not parse. */
function describeFault(fault: unknown, depth: number): FaultLine {
  if (!(fault instanceof Error)) return { name: typeof fault, at: [] }
  const at = (fault.stack ?? '').split('\n').filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
  return {
    name: fault.name,
    ...(quotesNothing(fault) ? { message: fault.message } : {}),
    ...('code' in fault && typeof fault.code === 'string' && WORD.test(fault.code) ? { code: fault.code } : {}),
    at: at.map((line) => line.trim()),
    ...(fault.cause !== undefined && depth > 1 ? { cause: describeFault(fault.cause, depth - 1) } : {}),
  }
}

/** Faults of the system and of SQLite name calls, files and tables; ours of the store are written to be read here. */
function quotesNothing(fault: Error): boolean {
  return 'syscall' in fault || 'errcode' in fault || STORE_FAULTS.has(fault.name)
}

const STORE_FAULTS = new Set(['NotSaving', 'StoreBroken', 'StaleEpoch', 'AlreadyOpen', 'JournalFrozen', 'Unreadable', 'ConfigError'])
