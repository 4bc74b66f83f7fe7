import type { Broadcast, Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Explained } from '../ui/acronym.tsx'
import { EmptyState, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ReactSheet, SetBroadcastSheet } from './broadcast-forms.tsx'
import { useSayDay } from '../room/days.ts'
import type { PanelProps } from './opened.ts'
import { Reactions } from './reactions.tsx'

/** A commission's decision, circulated: its text, until when one reacts, the reactions by type and the carrier's answers [D2]. */
export function BroadcastPanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda').broadcast
  const broadcast = useBoard((board) => board.broadcasts[item.id])
  const { me } = useMine()
  const carries = item.carriers.includes(me) || item.replacement === me
  const leave = () => onOpen(null)
  return (
    <>
      <Section title={t.text}>
        {broadcast ? <Decided item={item} broadcast={broadcast} onOpen={onOpen} /> : <EmptyState>{t.waiting}</EmptyState>}
      </Section>
      {broadcast && (
        <Reactions to={{ itemId: item.id }} openUntil={broadcast.openUntil} carries={carries} opened={opened} onOpen={onOpen} />
      )}
      {opened === 'set-broadcast' && <SetBroadcastSheet item={item} broadcast={broadcast} onClose={leave} />}
      {opened === 'react' && <ReactSheet to={{ itemId: item.id }} onClose={leave} />}
    </>
  )
}

function Decided({ item, broadcast, onOpen }: { item: Item; broadcast: Broadcast; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda').broadcast
  const names = useNames()
  const sayDay = useSayDay()
  const glossary = useGlossary()
  const { decidedOn, openUntil, text } = broadcast
  const may = useAllowed({
    type: 'set-broadcast',
    itemId: item.id,
    text,
    decidedOn,
    ...(openUntil === undefined ? {} : { openUntil }),
  }).allowed
  return (
    <div className="flex flex-col gap-2 py-3">
      <p className="said-long text-proposal whitespace-pre-wrap">
        <Explained text={text} glossary={glossary} />
      </p>
      <p className="text-second text-ink2">
        {t.said(names.org(broadcast.org), sayDay(decidedOn))} {openUntil === undefined ? t.noWindow : t.window(sayDay(openUntil))}
      </p>
      {may && (
        <Button kind="quiet" className="self-start text-second" onClick={() => onOpen('set-broadcast')}>
          {t.change}
        </Button>
      )}
    </div>
  )
}
