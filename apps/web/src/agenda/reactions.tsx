import type { Day, Reaction } from '@clairiere/ritual'
import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useToday } from '../room/days.ts'
import { useGlossary } from '../room/explain.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Explained } from '../ui/acronym.tsx'
import { EmptyState, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useReturnFocus } from '../ui/in-place.ts'
import { AnswerReaction } from './broadcast-forms.tsx'
import { Entry } from './entry.tsx'
import { answers, type PanelProps } from './opened.ts'
import type { ReactedTo } from './reacted-to.ts'
import { Signed } from './signed.tsx'
import { useReader } from './use-reader.ts'

type ReactionsProps = { to: ReactedTo; openUntil: Day | undefined; carries: boolean } & PanelProps

/** Reactions by type with the carrier's answers, and the way to give one's own until the last day [D2]. Objections that came after the round stand apart. */
export function Reactions({ to, openUntil, carries, opened, onOpen }: ReactionsProps) {
  const t = useT('agenda')
  const reactions = useBoard((board) => board.reactions)
  const today = useToday()
  const about = 'itemId' in to ? to.itemId : to.decisionId
  const given = useMemo(
    () =>
      Object.values(reactions)
        .filter(({ itemId, decisionId, objectionId }) => (itemId ?? decisionId) === about && objectionId === undefined)
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    [reactions, about],
  )
  const open = openUntil === undefined || today <= openUntil
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
          <Button kind="link" data-act={JSON.stringify({ type: 'react', ...to })} onClick={() => onOpen('react')}>
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
    <Entry about={reaction.id} title={<Signed entry={reaction} />} aside={labels[reaction.type]}>
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
