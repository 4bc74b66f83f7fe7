import { JoinAnswerSchema, paths } from '@clairiere/ritual'
import * as v from 'valibot'
import { callApi } from '../room/api.ts'
import { type Identity, rememberIdentity } from '../room/identity.ts'
import { shutBy, type ShutDoorState } from './meeting-door.ts'

/** Pairing codes are short, keys of links long: what came decides which it is. */
const LONGEST_CODE = 20

const WhoSchema = v.object({ meeting: v.object({ title: v.string() }), people: v.array(v.object({ id: v.string(), name: v.string() })) })

export const isPairingCode = (key: string): boolean => key.length <= LONGEST_CODE

/** Becomes, on this device, the person whose other device gave this code; else says why not: a wrong or old code, or no answer that would tell. */
export const pair = async (meetingId: string, code: string): Promise<Identity | ShutDoorState> => {
  const answer = await callApi<unknown>('POST', paths.join(meetingId), { key: code.trim() })
  if (!answer.ok) {
    const shut = shutBy(answer)
    return shut.kind === 'refused' ? { kind: 'wrong-code' } : shut
  }
  const joined = v.safeParse(JoinAnswerSchema, answer.value)
  if (!joined.success) return { kind: 'offline' }
  const { participantId, standing, generation } = joined.output
  const board = await callApi<unknown>('GET', paths.meeting(meetingId), undefined, { as: participantId })
  const who = board.ok ? v.safeParse(WhoSchema, board.value) : null
  const name = who?.success ? who.output.people.find((person) => person.id === participantId)?.name : undefined
  const title = who?.success ? who.output.meeting.title : ''
  const identity = { meetingId, personId: participantId, name: name ?? '…', standing, generation, title, at: Date.now() }
  rememberIdentity(identity)
  return identity
}
