/** The answer of one HTTP call: a value, a refusal with the server's sentence, or no answer at all (the network). */
export type ApiAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; status: number; error: string; message: string; retryAfterMs?: number }
  | { ok: false; status: 0; error: 'offline'; message: '' }

const NO_ANSWER = { ok: false, status: 0, error: 'offline', message: '' } as const

/** How a call says who is calling: one of the persons this device's cookie holds, or a link's key. */
export interface Caller {
  as?: string
  bearer?: string
}

const withPerson = (path: string, as: string | undefined): string =>
  as ? `${path}${path.includes('?') ? '&' : '?'}as=${encodeURIComponent(as)}` : path

const headersOf = (caller: Caller, hasBody: boolean): Record<string, string> => ({
  'accept-language': document.documentElement.lang || 'fr',
  ...(caller.bearer ? { authorization: `Bearer ${caller.bearer}` } : {}),
  ...(hasBody ? { 'content-type': 'application/json' } : {}),
})

/** One JSON call to our own server. Never throws for what the network or the server may do; `timeoutMs` bounds the wait. */
export const callApi = async <T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  caller: Caller = {},
  timeoutMs = 15_000,
): Promise<ApiAnswer<T>> => {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), timeoutMs)
  try {
    const response = await fetch(withPerson(path, caller.as), {
      method,
      headers: headersOf(caller, body !== undefined),
      credentials: 'same-origin',
      signal: abort.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const value: unknown = await response.json().catch(() => null)
    // A hotel's page, or a proxy's while the server behind it restarts, is no answer of ours: nothing was done, and nothing refused.
    if (typeof value !== 'object' || value === null) return NO_ANSWER
    if (response.ok) return { ok: true, value: value as T }
    const { error, message = '' } = value as { error?: unknown; message?: string }
    if (typeof error !== 'string') return NO_ANSWER
    const retryAfter = Number(response.headers.get('retry-after'))
    return {
      ok: false,
      status: response.status,
      error,
      message,
      ...(retryAfter > 0 ? { retryAfterMs: retryAfter * 1000 } : {}),
    }
  } catch {
    return NO_ANSWER
  } finally {
    clearTimeout(timer)
  }
}

/** Bytes of our own server, or null when they are not to be had now. */
export const fetchBytes = async (path: string, as: string): Promise<Uint8Array | null> => {
  try {
    const response = await fetch(withPerson(path, as), { credentials: 'same-origin' })
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null
  } catch {
    return null
  }
}
