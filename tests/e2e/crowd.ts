import { WebSocket } from 'ws'
import * as encoding from 'lib0/encoding'
import { awarenessFrame } from '../contract/raw-socket.ts'
import { actId } from '../player/act-id.ts'
import { call, type Json } from '../player/person.ts'
import type { Hall, OpenedMeeting } from './hall.ts'

/** A message of type 101: JSON both ways (contract, « Socket »). */
const spoken = (message: Json): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 101)
  encoding.writeVarString(encoder, JSON.stringify(message))
  return encoding.toUint8Array(encoder)
}

/** SyncStep1 with an empty state vector: from then on this device is in the room. */
const arrives = Uint8Array.from([0, 0, 1, 0])

/** Somebody among many: a socket of their own that speaks, and lets what it hears pass. A whole document for each would measure this process, not the room. */
export class Bystander {
  readonly id: string
  readonly #socket: WebSocket
  readonly #clientId: number
  #clock = 0

  constructor(id: string, socket: WebSocket, clientId: number) {
    this.id = id
    this.#socket = socket
    this.#clientId = clientId
  }

  /** Shows where this person looks: the room, or an item. */
  looksAt(place: string): void {
    this.#socket.send(awarenessFrame(this.#clientId, ++this.#clock, { place }))
  }

  /** Says an act, and does not wait for its answer. */
  says(act: Json): void {
    this.#socket.send(spoken({ act: { id: actId(), act } }))
  }

  leaves(): void {
    this.#socket.terminate()
  }
}

/** So many people come into a meeting, in small groups as at a door. */
export const crowd = async (hall: Hall, meeting: OpenedMeeting, size: number): Promise<readonly Bystander[]> => {
  const { url } = hall.server
  const people: Bystander[] = []
  const enters = async (index: number): Promise<void> => {
    const body = { key: meeting.join.split('#')[1], name: `Personne ${String(index + 1).padStart(3, '0')}`, voices: [] }
    const { status, json } = await call('POST', `${url}/api/meetings/${meeting.meetingId}/join`, body)
    if (status !== 200) throw new Error(`person ${index} could not come in: ${status} ${JSON.stringify(json)}`)
    const address = `${url.replace(/^http/, 'ws')}/live/${meeting.meetingId}?token=${String(json['token'])}&v=1&gen=${String(json['generation'])}`
    const socket = new WebSocket(address)
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    const clientId = 1_000_000 + index
    socket.send(spoken({ hello: { clients: [clientId] } }))
    socket.send(arrives)
    people.push(new Bystander(String(json['participantId']), socket, clientId))
  }
  for (let first = 0; first < size; first += 10)
    await Promise.all(Array.from({ length: Math.min(10, size - first) }, (_, index) => enters(first + index)))
  return people
}
