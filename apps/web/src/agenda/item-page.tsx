import type { Id, Item } from '@clairiere/ritual'
import { type ReactNode, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { usePlace } from '../room/use-people.ts'
import { LinkButton } from '../ui/button.tsx'
import { EmptyState, Section } from '../ui/band.tsx'
import { AbsentCarrier } from './absent-carrier.tsx'
import { ResourceList } from '../editor/resource-list.tsx'
import { AdvicePanel } from './advice-panel.tsx'
import { BroadcastPanel } from './broadcast-panel.tsx'
import { Earlier } from './earlier.tsx'
import { ExperiencePanel } from './experience-panel.tsx'
import { ExpectationBand } from './expectation-band.tsx'
import { FeedbackPanel } from './feedback-panel.tsx'
import { IdeasPanel } from './ideas-panel.tsx'
import { ItemActions } from './item-actions.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemMenu } from './item-menu.tsx'
import { ItemNotes } from './item-notes.tsx'
import { LearningsPanel } from './learnings-panel.tsx'
import { ConcertationPanel, TensionPanel } from './kind-panels.tsx'
import { QuietWriting } from './quiet-writing.tsx'
import type { Opened } from './opened.ts'

type PageProps = { floor: ReactNode; led: boolean; followUp?: ReactNode }

/** The whole centre of an item of any kind but a decision (`floor`: a phone's queue, near what is expected of each; `led`: the foot of whoever leads is below; `followUp`: what came from former meetings, where it is the panel): time, title, what is expected of me, what its kind asks for, notes, actions. */
export function ItemPage({ itemId, ...more }: { itemId: Id } & PageProps) {
  const item = useBoard((board) => board.items[itemId])
  // Another item is another page: no form stays open across.
  return item ? <PageOf key={itemId} item={item} {...more} /> : <Gone />
}

function Gone() {
  const t = useT('agenda')
  const { identity } = useRoom()
  return (
    <EmptyState
      act={
        <LinkButton kind="link" href={pathTo(identity.meetingId, { id: 'agenda' })}>
          {t.back}
        </LinkButton>
      }
    >
      {t.gone}
    </EmptyState>
  )
}

function PageOf({ item, floor, led, followUp }: { item: Item } & PageProps) {
  usePlace(`item:${item.id}`)
  const [opened, setOpened] = useState<Opened>(null)
  const resources = useT('agenda').items.resources.title
  const panel = item.kind === 'follow-up' ? followUp : panelOf(item, led, opened, setOpened)
  return (
    <div className="@container mx-auto flex w-full max-w-160 flex-col gap-6 laptop:max-w-none">
      <ItemHead item={item} />
      <AbsentCarrier item={item} />
      <ExpectationBand item={item} onOpen={setOpened} />
      {floor}
      <div className={panel ? 'grid gap-6 @2xl:grid-cols-2 @2xl:gap-8' : 'flex max-w-160 flex-col gap-6'}>
        {panel && <div className="flex min-w-0 flex-col gap-6">{panel}</div>}
        <div className="flex min-w-0 flex-col gap-6">
          <ItemNotes itemId={item.id} />
          <ItemActions itemId={item.id} />
          <NextStep item={item} />
          <Earlier itemId={item.id} />
          <ResourceList itemId={item.id} title={resources} />
        </div>
      </div>
      <ItemMenu item={item} />
    </div>
  )
}

/** What the kind itself asks for; null where notes are all of it. */
const panelOf = (item: Item, led: boolean, opened: Opened, onOpen: (opened: Opened) => void): ReactNode => {
  switch (item.kind) {
    case 'advice':
      return <AdvicePanel item={item} opened={opened} onOpen={onOpen} />
    case 'broadcast':
      return <BroadcastPanel item={item} opened={opened} onOpen={onOpen} />
    case 'feedback':
      return <FeedbackPanel item={item} opened={opened} onOpen={onOpen} />
    case 'contribution':
      return (
        <>
          <QuietWriting item={item} led={led} />
          <IdeasPanel item={item} opened={opened} onOpen={onOpen} />
        </>
      )
    case 'rex':
      return (
        <>
          <ExperiencePanel item={item} />
          <LearningsPanel item={item} />
        </>
      )
    case 'concertation':
      return <ConcertationPanel item={item} opened={opened} onOpen={onOpen} />
    case 'tension':
      return <TensionPanel />
    case 'follow-up':
    case 'information':
    case 'decision':
    case 'election':
      return null
  }
}

function NextStep({ item }: { item: Item }) {
  const t = useT('agenda')
  if (!item.nextStep) return null
  return (
    <Section title={t.nextStep}>
      <p className="py-3 whitespace-pre-wrap">{item.nextStep}</p>
    </Section>
  )
}
