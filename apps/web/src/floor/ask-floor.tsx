import type { OrgId, PersonId, Voice } from '@clairiere/ritual'
import { Hand } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

const none: readonly Voice[] = []
const kinds = ['speak', 'reaction', 'clarification', 'frame'] as const

/** Asking to speak, at any moment [B8]: one tap for why is the act. In the name of a structure one speaks for, or for a neighbour without a device. */
export function AskFloor({ personId }: { personId?: PersonId }) {
  const t = useT('floor')
  const names = useNames()
  const send = useAct()
  const who = personId === undefined ? {} : { personId }
  const may = useAllowed({ type: 'ask-floor', ...who }).allowed
  const me = useBoard((board) => (personId === undefined ? undefined : board.people[personId]))
  const [open, setOpen] = useState(false)
  if (!may) return null
  return (
    <>
      {personId === undefined ? (
        <Button icon={Hand} onClick={() => setOpen(true)}>
          {t.ask}
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {t.forNeighbour(names.first(personId))}
        </Button>
      )}
      <Sheet open={open} onClose={() => setOpen(false)} title={me ? t.forNeighbour(names.first(me.id)) : t.askTitle}>
        <Kinds
          personId={personId}
          onAsk={(kind, forOrg) => {
            setOpen(false)
            void send({ type: 'ask-floor', kind, ...who, ...(forOrg === '' ? {} : { forOrg }) })
          }}
        />
      </Sheet>
    </>
  )
}

function Kinds({ personId, onAsk }: { personId: PersonId | undefined; onAsk: (kind: (typeof kinds)[number], forOrg: OrgId) => void }) {
  const t = useT('floor')
  const names = useNames()
  const { me: self } = useMine()
  const voices = useBoard((board) => board.people[personId ?? self]?.voices ?? none)
  const orgs = voices.flatMap(({ org }) => (org === null ? [] : [org]))
  const [forOrg, setForOrg] = useState<OrgId>('')
  return (
    <div className="flex flex-col gap-3 pb-2">
      {orgs.length > 0 && (
        <SelectField
          label={t.inName}
          value={forOrg}
          onChange={setForOrg}
          options={[{ value: '', label: t.myName }, ...orgs.map((org) => ({ value: org, label: names.org(org) }))]}
        />
      )}
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          onClick={() => onAsk(kind, forOrg)}
          className="flex min-h-14 w-full flex-col items-start justify-center rounded-button border border-edge px-4 py-2 text-start hover:bg-raised"
        >
          <span className="font-strong">{t.kinds[kind].label}</span>
          <span className="text-second text-ink2">{t.kinds[kind].hint}</span>
        </button>
      ))}
    </div>
  )
}
