import type { PeerName } from './peer.ts'

/** How to enter a room of a server: the socket’s address, what stands before every message of its protocol, and what is said first. */
export interface Door {
  readonly url: string
  readonly prefix: Uint8Array
  readonly greeting: Uint8Array | null
}

const varString = (text: string): Uint8Array => Uint8Array.of(text.length, ...new TextEncoder().encode(text))
/** Joins under way at once while a hall is filled. */
const AT_ONCE = 20

/** What a room is to hold: sockets, how many of them one person has, and common notes that may be written. */
export interface Wish {
  readonly sockets: number
  readonly devices?: number
  readonly notes?: number
}

export interface Hall {
  readonly doors: readonly Door[]
  /** Names of the document’s notes. */
  readonly notes: readonly string[]
}

/** Doors into a fresh room, one per socket. Ours are real people of a real meeting; the others take any name. */
export async function hallOf(name: PeerName, port: number, room: string, { sockets, devices = 1, notes = 0 }: Wish): Promise<Hall> {
  if (name === 'clairiere') return meetingHall(port, room, sockets, devices, notes)
  const base = `ws://127.0.0.1:${port}`
  const prefix = name.startsWith('hocuspocus') ? varString(room) : new Uint8Array()
  const greeting = name.startsWith('hocuspocus') ? Uint8Array.of(...prefix, 2, 0, ...varString('bench')) : null
  const url = name.startsWith('hocuspocus') ? base : `${base}/${room}`
  return {
    doors: Array.from({ length: sockets }, () => ({ url, prefix, greeting })),
    notes: Array.from({ length: notes }, (_, index) => `note:${index}`),
  }
}

/** `v=1`: these devices are told what is saved, as those of people are. */
async function meetingHall(port: number, title: string, sockets: number, devices: number, notes: number): Promise<Hall> {
  const { meetingId, links } = await post<{ meetingId: string; links: { join: string } }>(port, '/api/meetings', { title })
  const key = links.join.split('#')[1]
  const people = Math.ceil(sockets / devices)
  const tokens: string[] = []
  for (let first = 0; first < people; first += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, people - first) }, (_, index) =>
      post<{ token: string }>(port, `/api/meetings/${meetingId}/join`, { key, name: `Bench ${first + index}` }),
    )
    tokens.push(...(await Promise.all(some)).map(({ token }) => token))
  }
  const items = Array.from({ length: notes }, (_, index) => `01BENCH${String(index).padStart(19, '0')}`)
  for (const id of items) {
    const act = { type: 'propose-item', kind: 'information', title: `Item ${id}` }
    await post(port, `/api/meetings/${meetingId}/acts`, { id, act }, tokens[0])
  }
  return {
    doors: Array.from({ length: sockets }, (_, index) => ({
      url: `ws://127.0.0.1:${port}/live/${meetingId}?v=1&token=${encodeURIComponent(tokens[Math.floor(index / devices)] ?? '')}`,
      prefix: new Uint8Array(),
      greeting: null,
    })),
    notes: items.map((id) => `note:${id}`),
  }
}

async function post<Answer>(port: number, path: string, body: unknown, token?: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return (await response.json()) as Answer
}
