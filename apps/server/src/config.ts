import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { createSecureContext } from 'node:tls'
import * as v from 'valibot'
import { ConfigError } from './config-error.ts'
import { type ProxyTrust, proxyTrust } from './proxy-trust.ts'

/** What the environment decides [contract § Start], parsed once; nothing else reads the environment. */
export interface Config {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** An origin without a slash at its end, or null: links take the request's own origin. */
  readonly publicUrl: string | null
  readonly trustProxy: ProxyTrust
  /** PEM, both read and found to belong together. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  readonly durability: 'power' | 'process'
  readonly createKey: string | null
  readonly clock: 'system' | 'manual'
  /** What every limit of how often is multiplied by: 1, or more where one address holds many people. */
  readonly rateLimits: number
  readonly logLevel: LogLevel
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

type Environment = Readonly<Record<string, string | undefined>>

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/),
  v.transform(Number),
  v.check((value) => value <= 65_535),
)
const host = v.pipe(
  v.string(),
  v.check((value) => isIP(value) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)),
)
const origin = v.pipe(
  v.string(),
  v.transform((value) => (URL.canParse(value) ? new URL(value) : null)),
  v.check((url) => url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href),
  v.transform((url) => url?.origin ?? ''),
)
const trust = v.pipe(
  v.string(),
  v.transform(proxyTrust),
  v.check((parsed) => parsed !== null),
  v.transform((parsed) => parsed ?? (() => false)),
)
const factor = v.pipe(v.string(), v.regex(/^[1-9]\d{0,3}$/), v.transform(Number))
const path = v.pipe(
  v.string(),
  v.check((value) => !value.includes('\0')),
)

const variables = v.object({
  PORT: v.optional(port, '4100'),
  HOST: v.optional(host, '0.0.0.0'),
  DATA_DIR: v.optional(path, './data'),
  PUBLIC_URL: v.optional(origin),
  TRUST_PROXY: v.optional(trust, 'off'),
  TLS_CERT: v.optional(path),
  TLS_KEY: v.optional(path),
  DURABILITY: v.optional(v.picklist(['power', 'process']), 'power'),
  CREATE_KEY: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{8,}$/))),
  CLOCK: v.optional(v.picklist(['system', 'manual']), 'system'),
  RATE_LIMITS: v.optional(factor, '1'),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS), 'info'),
})
type Variable = keyof v.InferOutput<typeof variables>

/** Never the value itself: some are secrets. */
const expected: Readonly<Record<Variable, { readonly fr: string; readonly en: string }>> = {
  PORT: { fr: 'doit être un nombre entier de 0 à 65535', en: 'must be a whole number from 0 to 65535' },
  HOST: { fr: 'doit être une adresse IP ou un nom de machine', en: 'must be an IP address or a host name' },
  DATA_DIR: { fr: 'doit être le chemin d’un dossier', en: 'must be the path of a directory' },
  PUBLIC_URL: {
    fr: 'doit être une adresse http(s) sans chemin, comme https://reunion.example.org',
    en: 'must be an http(s) address without a path, such as https://meeting.example.org',
  },
  TRUST_PROXY: {
    fr: 'doit être «\u00a0off\u00a0», «\u00a0loopback\u00a0» ou les adresses IP du serveur mandataire, séparées par des virgules',
    en: 'must be “off”, “loopback” or the IP addresses of the proxy, separated by commas',
  },
  TLS_CERT: { fr: 'doit être le chemin d’un fichier', en: 'must be the path of a file' },
  TLS_KEY: { fr: 'doit être le chemin d’un fichier', en: 'must be the path of a file' },
  DURABILITY: { fr: 'doit être «\u00a0power\u00a0» ou «\u00a0process\u00a0»', en: 'must be “power” or “process”' },
  CREATE_KEY: {
    fr: 'doit compter au moins 8 caractères ASCII visibles, sans espace',
    en: 'must be at least 8 visible ASCII characters, without spaces',
  },
  CLOCK: { fr: 'doit être «\u00a0system\u00a0» ou «\u00a0manual\u00a0»', en: 'must be “system” or “manual”' },
  RATE_LIMITS: { fr: 'doit être un nombre entier de 1 à 9999', en: 'must be a whole number from 1 to 9999' },
  LOG_LEVEL: { fr: `doit être l’un de\u00a0: ${LOG_LEVELS.join(', ')}`, en: `must be one of ${LOG_LEVELS.join(', ')}` },
}

/** Parses the environment; an empty variable counts as absent. Throws `ConfigError` on the first value that cannot be meant. */
export function readConfig(env: Environment): Config {
  const given = Object.fromEntries(Object.keys(variables.entries).flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
  const parsed = v.safeParse(variables, given)
  if (!parsed.success) throw refusal(parsed.issues[0].path?.[0]?.key as Variable)
  const values = parsed.output
  if (values.CLOCK === 'manual') refuseManualClock(values.HOST, values.PUBLIC_URL)
  return {
    port: values.PORT,
    host: values.HOST,
    dataDir: resolve(values.DATA_DIR),
    publicUrl: values.PUBLIC_URL ?? null,
    trustProxy: values.TRUST_PROXY,
    tls: readTls(values.TLS_CERT, values.TLS_KEY),
    durability: values.DURABILITY,
    createKey: values.CREATE_KEY ?? null,
    clock: values.CLOCK,
    rateLimits: values.RATE_LIMITS,
    logLevel: values.LOG_LEVEL,
  }
}

function refusal(name: Variable): ConfigError {
  return new ConfigError({ fr: `${name} ${expected[name].fr}.`, en: `${name} ${expected[name].en}.` })
}

/** Whoever reaches a manual clock rewrites time in the record. */
function refuseManualClock(listensOn: string, publicUrl: string | undefined): void {
  const isLoopback = listensOn === 'localhost' || listensOn === '::1' || /^127\.\d+\.\d+\.\d+$/.test(listensOn)
  if (isLoopback && publicUrl === undefined) return
  throw new ConfigError({
    fr: 'CLOCK=manual ne sert qu’aux essais\u00a0: HOST doit être 127.0.0.1, ::1 ou localhost, et PUBLIC_URL absent.',
    en: 'CLOCK=manual is for tests only: HOST must be 127.0.0.1, ::1 or localhost, and PUBLIC_URL absent.',
  })
}

function readTls(certPath: string | undefined, keyPath: string | undefined): Config['tls'] {
  if (certPath === undefined && keyPath === undefined) return null
  try {
    if (certPath === undefined || keyPath === undefined) throw new Error('one without the other')
    const tls = { cert: readFileSync(certPath), key: readFileSync(keyPath) }
    createSecureContext(tls)
    return tls
  } catch (cause) {
    throw new ConfigError(
      {
        fr: 'TLS_CERT et TLS_KEY vont ensemble\u00a0: un certificat et sa clé, au format PEM, que ce serveur peut lire.',
        en: 'TLS_CERT and TLS_KEY go together: a certificate and its key, in PEM, that this server may read.',
      },
      { cause },
    )
  }
}
