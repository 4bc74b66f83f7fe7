import { actId } from '../room/test/device.ts'
import type { House } from './house.ts'

/** A live meeting that has adopted one decision, « Le bois ». */
export interface Adopted {
  readonly id: string
  readonly host: string
  readonly decisionId: string
  /** Sends it to its structure; gives the address of that one's inbox. */
  readonly transmits: () => Promise<string>
}

/** It has sent it to its structure, which has not answered. */
export interface Returnable extends Adopted {
  /** Its structure sends it back. */
  readonly returns: (reason: string) => Promise<number>
}

export async function adopted(house: House): Promise<Adopted> {
  const { id, host, join } = await house.meeting()
  const ada = await house.join(id, host, 'Ada')
  const ben = await house.join(id, join, 'Ben')
  await house.does(id, ada, { type: 'claim-role', role: 'facilitator' })
  await house.does(id, ben, { type: 'agree-frame' })
  await house.does(id, ada, { type: 'open' })
  const [itemId, decisionId] = [actId(), actId()]
  await house.does(id, ada, { type: 'propose-item', kind: 'decision', title: 'Le bois', expectation: 'Votre consentement' }, itemId)
  await house.does(id, ada, { type: 'list-item', itemId })
  await house.does(id, ada, { type: 'open-item', itemId })
  const proposal = { text: 'Dix stères.', process: 'consent-express', responsible: 'org:sci', reviewOn: '2027-06-01' } as const
  await house.does(id, ada, { type: 'propose', itemId, ...proposal }, decisionId)
  await house.does(id, ada, { type: 'next-step', decisionId, from: 'proposal' })
  for (const guest of [ada, ben]) await house.does(id, guest, { type: 'give-position', decisionId, round: 1, position: 'no-objection' })
  await house.does(id, ada, { type: 'reveal', decisionId, round: 1 })
  await house.does(id, ada, { type: 'adopt', decisionId, version: 1 })
  const transmits = async (): Promise<string> => {
    const { json } = await house.does(id, ada, { type: 'transmit', decisionId })
    const inbox = (json['result'] as { inbox: Record<string, string> }).inbox['org:sci'] ?? ''
    return `/api/inbox/${inbox.split('/').at(-1)}`
  }
  return { id, host, decisionId, transmits }
}

export async function returnable(house: House): Promise<Returnable> {
  const meeting = await adopted(house)
  const { decisionId } = meeting
  const inbox = await meeting.transmits()
  const returns = async (reason: string): Promise<number> =>
    (await house.call('POST', inbox, { act: { type: 'return', decisionId, reason } })).status
  return { ...meeting, returns }
}
