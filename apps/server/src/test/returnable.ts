import { actId } from '../room/test/device.ts'
import type { Guest, House } from './house.ts'

/** A live meeting that has sent one decision, « Le bois », to its structure, which has not answered. */
export interface Returnable {
  readonly id: string
  readonly host: string
  readonly ada: Guest
  /** Its structure sends it back. */
  readonly returns: (reason: string) => Promise<number>
}

export async function returnable(house: House): Promise<Returnable> {
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
  const { json } = await house.does(id, ada, { type: 'transmit', decisionId })
  const inbox = (json['result'] as { inbox: Record<string, string> }).inbox['org:sci'] ?? ''
  const returns = async (reason: string): Promise<number> =>
    (await house.call('POST', `/api/inbox/${inbox.split('/').at(-1)}`, { act: { type: 'return', decisionId, reason } })).status
  return { id, host, ada, returns }
}
