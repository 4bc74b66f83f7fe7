import { MonitorSmartphone, Pencil, Smartphone, UserPlus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/band.tsx'
import { usePersons } from '../room/persons.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useMine } from '../room/use-roles.ts'
import { Title } from '../ui/page.tsx'
import { DeviceSheet } from './device-sheet.tsx'
import { GlossarySection } from './glossary-section.tsx'
import { MyOffers } from './my-offers.tsx'
import { PeopleList } from './people-list.tsx'
import { PeopleRing } from './people-ring.tsx'
import { AddPersonSheet, MyVoicesSheet } from './person-sheets.tsx'
import { RoleLines } from './role-lines.tsx'
import { WhatIMay } from './what-i-may.tsx'

/** The « Cercle » place: people around, whom they speak for, roles, what one may do; and the ways out to the rest of the meeting. */
export function Circle({ more }: { more: ReactNode }) {
  const t = useT('circle')
  const mayEnter = useAllowed({ type: 'enter-person', name: 'x' }).allowed
  const { me } = useMine()
  const voices = useBoard((board) => board.people[me]?.voices) ?? []
  const mayChange = useAllowed({ type: 'set-voices', voices: [...voices], name: '…' }).allowed
  const [sheet, setSheet] = useState<'person' | 'voices' | 'device' | null>(null)
  const { add } = usePersons()
  const close = () => setSheet(null)
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
      <Title>{t.title}</Title>
      <MyOffers />
      <PeopleRing />
      <Section title={t.roles}>
        <RoleLines />
      </Section>
      <PeopleList />
      <div className="flex flex-col items-start">
        {mayChange && (
          <Button kind="link" icon={Pencil} onClick={() => setSheet('voices')}>
            {t.myVoices}
          </Button>
        )}
        {mayEnter && (
          <Button kind="link" icon={UserPlus} onClick={() => setSheet('person')}>
            {t.addPerson}
          </Button>
        )}
        <Button kind="link" icon={Smartphone} onClick={add}>
          {t.sharePhone}
        </Button>
        <Button kind="link" icon={MonitorSmartphone} onClick={() => setSheet('device')}>
          {t.devices}
        </Button>
      </div>
      <WhatIMay />
      <GlossarySection />
      {more}
      <div className="border-t border-line pt-3">
        <ActButton kind="quiet" act={{ type: 'leave' }}>
          {t.leave}
        </ActButton>
        <p className="text-second text-ink2">{t.leaveHint}</p>
      </div>
      <AddPersonSheet open={sheet === 'person'} onClose={close} />
      {sheet === 'voices' && <MyVoicesSheet open onClose={close} />}
      {sheet === 'device' && <DeviceSheet onClose={close} />}
    </div>
  )
}
