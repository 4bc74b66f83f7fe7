import type { Day, Id, OrgId } from '../ids.ts'

export const transmissionStatuses = ['to-send', 'sent', 'received', 'registered', 'returned'] as const
export type TransmissionStatus = (typeof transmissionStatuses)[number]

/** The formal circuit of one decision to one structure [§2.4.7]; `inform` copies stop at `received`. Days are printed, so days are kept. */
export interface Transmission {
  id: Id
  decisionId?: Id
  decisionRef: string
  title: string
  to: OrgId
  kind: 'register' | 'inform'
  status: TransmissionStatus
  sentOn?: Day
  receivedOn?: Day
  registered?: { organ?: string; date: Day; structureRef: string; links: readonly string[] }
  /** `onAgenda`: a meeting told of it has, or had, it on its agenda as a feedback; no other one asks for it again. */
  returned?: { reason: string; on: Day; onAgenda?: true }
  /** Of a former meeting, which decided it formally itself [A16]. */
  inForce?: true
  /** From a former meeting: read in the follow-up, moved on by its structure alone. */
  carriedOver?: true
}
