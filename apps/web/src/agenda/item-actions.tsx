import { compareRefs, isHeldBack, type Action, type Decision, type Id } from '@clairiere/ritual'
import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { LoadNote } from '../room/load-note.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useReturnFocus } from '../ui/in-place.ts'
import { CreateAction } from './create-action.tsx'
import { useSayDay } from '../room/days.ts'

const isStanding = ({ status }: Decision): boolean => status === 'open' || status === 'adopted'

/** What comes out of an item or a decision to be done: who, by when; each accepts their own [C5, C6]. */
export function ItemActions({ itemId }: { itemId: Id }) {
  const t = useT('agenda').actions
  const actions = useBoard((board) => board.actions)
  const [adding, setAdding] = useState(false)
  const back = useReturnFocus()
  // What the item decides is what its actions carry out.
  const decisionId = useBoard(
    (board) => Object.values(board.decisions).findLast((decision) => decision.itemId === itemId && isStanding(decision))?.id,
  )
  const may = useAllowed({ type: 'create-action', title: '…', itemId }).allowed
  const here = useMemo(
    () =>
      Object.values(actions)
        .filter((action) => action.itemId === itemId && !action.carriedOver)
        .toSorted((a, b) => compareRefs(a.ref, b.ref)),
    [actions, itemId],
  )
  if (here.length === 0 && !may) return null
  return (
    <Section title={t.title}>
      {here.length === 0 && !adding && <EmptyState>{t.none}</EmptyState>}
      {here.length > 0 && (
        <Lines label={t.title}>
          {here.map((action) => (
            <ActionEntry key={action.id} action={action} />
          ))}
        </Lines>
      )}
      {adding ? (
        <CreateAction
          itemId={itemId}
          decisionId={decisionId}
          onDone={() => {
            back.leave('add')
            setAdding(false)
          }}
        />
      ) : (
        may && (
          <div>
            <Button ref={back.triggerOf('add')} kind="link" icon={Plus} onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          </div>
        )
      )}
    </Section>
  )
}

/** Every action of this meeting, to be read once together at its end, and still taken or accepted there. */
export function MadeActions() {
  const t = useT('agenda').actions
  const actions = useBoard((board) => board.actions)
  return (
    <Lines label={t.title}>
      {Object.values(actions)
        .filter((action) => !action.carriedOver)
        .toSorted((a, b) => compareRefs(a.ref, b.ref))
        .map((action) => (
          <ActionEntry key={action.id} action={action} />
        ))}
    </Lines>
  )
}

function ActionEntry({ action }: { action: Action }) {
  const t = useT('agenda').actions
  const labels = useLabels().followUp.actionStatuses
  const names = useNames()
  const sayDay = useSayDay()
  const { me } = useMine()
  const heldBack = useBoard((board) => isHeldBack(board, action))
  // During the meetings it is said in the follow-up; between two, here.
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const accepted = action.takers.filter((taker) => taker.accepted).map((taker) => taker.personId)
  const asked = action.takers.filter((taker) => !taker.accepted).map((taker) => taker.personId)
  const own = useBoard((board) => board.people[me]?.name)
  // Asked by name while away: it is theirs to answer once they are here.
  const isAsked = asked.includes(me) || (own !== undefined && action.absent?.includes(own) === true)
  const over = action.status === 'done' || action.status === 'dropped'
  const second = [
    action.ref,
    ...(accepted.length > 0 ? [`${names.list(accepted)}${over ? `, ${labels[action.status]}` : ''}`] : []),
    ...(asked.length > 0 ? [t.asked(names.list(asked))] : []),
    ...(action.absent ? [t.asked(action.absent.join(', '))] : []),
    ...(action.forOrg === null ? [] : [t.forOrgSaid(names.org(action.forOrg))]),
    ...(action.takers.length === 0 && !action.absent ? [labels[action.status]] : []),
    ...(action.helpers.length > 0 ? [t.helped(names.list(action.helpers))] : []),
    ...(action.commons ? [t.commonsSaid(action.commons)] : []),
    ...(action.spends ? [heldBack ? t.heldBack : t.spendsSaid] : []),
    ...(action.due === undefined ? [] : [t.due(sayDay(action.due))]),
  ]
  return (
    <Line title={action.title} second={second.join(' · ')}>
      {!over && (isAsked || action.takers.length === 0) && <LoadNote />}
      {!over && (
        <div className="flex flex-wrap gap-x-5">
          {isAsked && (
            <ActButton act={{ type: 'accept-action', actionId: action.id }} kind="link">
              {t.accept}
            </ActButton>
          )}
          {action.takers.length === 0 && !isAsked && (
            <ActButton act={{ type: 'accept-action', actionId: action.id }} kind="link">
              {t.take}
            </ActButton>
          )}
          {sealed && accepted.includes(me) && (
            <ActButton act={{ type: 'update-action', actionId: action.id, status: 'done' }} kind="link">
              {t.done}
            </ActButton>
          )}
          {(isAsked || accepted.includes(me)) && (
            <ActButton act={{ type: 'give-back-action', actionId: action.id }} kind="quiet">
              {isAsked ? t.decline : t.giveBack}
            </ActButton>
          )}
          {accepted.length > 0 && !accepted.includes(me) && !isAsked && !action.helpers.includes(me) && (
            <ActButton act={{ type: 'help-action', actionId: action.id }} kind="quiet">
              {t.help}
            </ActButton>
          )}
        </div>
      )}
    </Line>
  )
}
