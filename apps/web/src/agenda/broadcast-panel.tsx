import type { Broadcast, Item, Reaction } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Explained } from '../ui/acronym.tsx'
import { EmptyState, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useReturnFocus } from '../ui/in-place.ts'
import { AnswerReaction, ReactSheet, SetBroadcastSheet } from './broadcast-forms.tsx'
import { useSayDay, useToday } from '../room/days.ts'
import { Entry } from './entry.tsx'
import { answers, type PanelProps } from './opened.ts'
import { Signed } from './signed.tsx'
import { useReader } from './use-reader.ts'

/** A commission's decision, circulated: its text, until when one reacts, the reactions by type and the carrier's answers [D2]. */
export function BroadcastPanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda').broadcast
  const broadcast = useBoard((board) => board.broadcasts[item.id])
  const leave = () => onOpen(null)
  return (
    <>
      <Section title={t.text}>
        {broadcast ? <Decided item={item} broadcast={broadcast} onOpen={onOpen} /> : <EmptyState>{t.waiting}</EmptyState>}
      </Section>
      {broadcast && <Reactions item={item} broadcast={broadcast} opened={opened} onOpen={onOpen} />}
      {opened === 'set-broadcast' && <SetBroadcastSheet item={item} broadcast={broadcast} onClose={leave} />}
      {opened === 'react' && <ReactSheet item={item} onClose={leave} />}
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

function Reactions({ item, broadcast, opened, onOpen }: { item: Item; broadcast: Broadcast } & PanelProps) {
  const t = useT('agenda')
  const reactions = useBoard((board) => board.reactions)
  const { me } = useMine()
  const today = useToday()
  const given = useMemo(
    () =>
      Object.values(reactions)
        .filter(({ itemId }) => itemId === item.id)
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    [reactions, item.id],
  )
  const carries = item.carriers.includes(me) || item.replacement === me
  const open = broadcast.openUntil === undefined || today <= broadcast.openUntil
  return (
    <Section title={t.broadcast.reactions}>
      {given.length === 0 ? (
        <EmptyState>{t.broadcast.none}</EmptyState>
      ) : (
        <Lines label={t.broadcast.reactions}>
          {given.map((reaction) => (
            <ReactionLine key={reaction.id} reaction={reaction} carries={carries} opened={opened} onOpen={onOpen} />
          ))}
        </Lines>
      )}
      {open && !carries && (
        <div>
          <Button kind="link" onClick={() => onOpen('react')}>
            {t.awaited.react.act}
          </Button>
        </div>
      )}
    </Section>
  )
}

function ReactionLine({ reaction, carries, opened, onOpen }: { reaction: Reaction; carries: boolean } & PanelProps) {
  const back = useReturnFocus()
  const t = useT('agenda')
  const labels = useLabels().deciding.reactionTypes
  const glossary = useGlossary()
  const reader = useReader()
  const mine = reaction.personId === reader.me || reader.own.has(`reaction:${reaction.id}`)
  return (
    <Entry title={<Signed entry={reaction} />} aside={labels[reaction.type]}>
      <p className="whitespace-pre-wrap">
        <Explained text={reaction.text} glossary={glossary} />
      </p>
      {reaction.answer && (
        <p className="mt-1 whitespace-pre-wrap text-ink2">
          <span className="font-strong">{t.answered}</span> {reaction.answer}
        </p>
      )}
      {mine && !reaction.answer && (
        <ActButton act={{ type: 'withdraw-entry', kind: 'reaction', id: reaction.id }} kind="quiet" className="text-second">
          {t.notes.withdraw}
        </ActButton>
      )}
      {carries &&
        (answers(opened, reaction.id) ? (
          <AnswerReaction
            reaction={reaction}
            onDone={() => {
              back.leave('answer')
              onOpen(null)
            }}
          />
        ) : (
          <Button ref={back.triggerOf('answer')} kind="link" onClick={() => onOpen({ answer: reaction.id })}>
            {reaction.answer ? t.edit : t.answer}
          </Button>
        ))}
    </Entry>
  )
}
