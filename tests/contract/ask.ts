export type Json = Record<string, unknown>

/** What a call shows for itself, and how it is worded. */
export interface Call {
  readonly bearer?: string | undefined
  readonly cookie?: string
  readonly origin?: string
  readonly language?: string
  readonly headers?: Record<string, string>
}

export interface Reply {
  readonly status: number
  readonly text: string
  readonly json: Json
  readonly headers: Headers
}

/** One HTTP call as an outside client makes it; a body that is a string is sent as it is. */
export const ask = async (method: string, url: string, body?: unknown, call: Call = {}): Promise<Reply> => {
  const { bearer, cookie, origin, language, headers } = call
  const response = await fetch(url, {
    method,
    headers: {
      ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
      ...(cookie !== undefined && { cookie }),
      ...(origin !== undefined && { origin }),
      ...(language !== undefined && { 'accept-language': language }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, text, json: parse(text), headers: response.headers }
}

const parse = (text: string): Json => {
  try {
    return JSON.parse(text) as Json
  } catch {
    return {}
  }
}

/** The device's cookie as a browser would send it back: `name=value`. */
export const cookieOf = ({ headers }: Reply): string => headers.getSetCookie()[0]?.split(';')[0] ?? ''
