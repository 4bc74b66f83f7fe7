import { paths, type Decision, type Id, type OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { isNotMine } from '../room/act-button.tsx'
import { useRoom } from '../room/room.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { QrCode } from '../ui/qr-code.tsx'

type Inboxes = Readonly<Record<OrgId, string>>

const isInboxes = (value: unknown): value is Inboxes =>
  typeof value === 'object' && value !== null && Object.values(value).every((token) => typeof token === 'string')

function InboxLink({ org, token }: { org: OrgId; token: string }) {
  const t = useT('minutes').circuit
  const names = useNames()
  const address = location.origin + paths.inboxPage(token)
  return (
    <div className="flex flex-col gap-2 py-2">
      <p className="font-strong">{t.link(names.org(org))}</p>
      <QrCode text={address} label={t.square(names.org(org))} />
      <CopyField label={t.link(names.org(org))} text={address} />
    </div>
  )
}

/** One adopted decision and its circuits; who may transmit is given the structures' links, on this screen alone. */
function DecisionCircuit({ decision, filled }: { decision: Decision; filled: boolean }) {
  const t = useT('minutes').circuit
  const { returnedFor } = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const send = useAct()
  const { identity } = useRoom()
  const transmissions = useBoard((board) => board.transmissions)
  const may = useAllowed({ type: 'transmit', decisionId: decision.id })
  const key = `clairiere:inboxes:${identity.meetingId}:${decision.id}`
  const [inboxes, setInboxes] = useState<Inboxes>(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}')
      return isInboxes(kept) ? kept : {}
    } catch {
      return {}
    }
  })
  const circuits = Object.values(transmissions)
    .filter(({ decisionId }) => decisionId === decision.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const transmit = async () => {
    const sent = await send({ type: 'transmit', decisionId: decision.id })
    const given = sent.ok ? sent.result?.['inbox'] : undefined
    if (!isInboxes(given)) return
    setInboxes(given)
    try {
      sessionStorage.setItem(key, JSON.stringify(given))
    } catch {
      return // the links stay on screen; only a reload would lose them
    }
  }
  const links = Object.entries(inboxes)
  return (
    <li data-about={decision.id} className="flex flex-col gap-2 border-b border-line py-3 last:border-b-0">
      <p className="font-strong">
        {decision.ref} · {decision.title}
      </p>
      <ul className="text-second text-ink2">
        {circuits.map((circuit) => (
          <li key={circuit.id} className="py-1">
            <p>{t.to(names.org(circuit.to), labels.followUp.transmissionKinds[circuit.kind])}</p>
            <p className="font-strong">
              {circuit.returned ? returnedFor(circuit.returned.reason) : labels.followUp.transmissionStatuses[circuit.status]}
            </p>
          </li>
        ))}
      </ul>
      {may.allowed && circuits.some(({ status }) => status === 'to-send') && (
        <Button kind={filled ? 'act' : 'plain'} onClick={() => void transmit()} className="self-start">
          {t.transmit}
        </Button>
      )}
      {!may.allowed && !isNotMine(may.code) && may.code !== 'already-there' && may.code !== 'not-live' && (
        <p className="text-second text-ink2">{may.sentence}</p>
      )}
      {links.length > 0 && (
        <div className="flex flex-col">
          <p className="text-second text-ink2">{t.linkText}</p>
          {links.map(([org, token]) => (
            <InboxLink key={org} org={org} token={token} />
          ))}
          <p className="text-second text-ink2">{t.linkOnce}</p>
        </div>
      )}
    </li>
  )
}

/** These decisions and where they stand with their structures [A15, §2.4.7]. */
export function Circuits({ ids }: { ids: readonly Id[] }) {
  const decisions = useBoard((board) => board.decisions)
  return (
    <ul>
      {ids.map((id) => {
        const decision = decisions[id]
        return decision && <DecisionCircuit key={id} decision={decision} filled={false} />
      })}
    </ul>
  )
}
