import { isHeldBack, type Action, type ActInput } from '@clairiere/ritual'
import { useDates, useT } from '../i18n/words.tsx'
import { LoadNote } from '../room/load-note.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { ActButton } from '../room/act-button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { IconWord } from '../ui/icon.tsx'
import { Check } from 'lucide-react'

type FourAnswers = 'done' | 'in-progress' | 'help' | 'give-back'

const actFor = (actionId: string, answer: FourAnswers): ActInput => {
  if (answer === 'give-back') return { type: 'give-back-action', actionId }
  if (answer === 'help') return { type: 'update-action', actionId, helpNeeded: true }
  return { type: 'update-action', actionId, status: answer }
}

const answerOf = (action: Action): FourAnswers | null => {
  if (!action.carriedOver?.seen) return null
  if (action.helpAsked || action.carriedOver.helpAsked) return 'help'
  if (action.status === 'done' || action.status === 'in-progress') return action.status
  return action.status === 'given-back' ? 'give-back' : null
}

/** One action of a former meeting: its four answers for those who carry it, yes or no for those who were asked, « regardée » for anyone when they are elsewhere. */
export function ActionLine({ action }: { action: Action }) {
  const t = useT('followUp')
  const labels = useLabels().followUp
  const dates = useDates()
  const names = useNames()
  const act = useAct()
  const { me } = useMine()
  const mayAnswer = useAllowed({ type: 'update-action', actionId: action.id, status: 'in-progress' }).allowed
  const heldBack = useBoard((board) => isHeldBack(board, action))
  // A former meeting may have had structures that this one has not.
  const knowsOrg = useBoard(({ organisations }) => action.forOrg !== null && organisations[action.forOrg] !== undefined)
  const who = [
    ...(action.carriedOver?.who ?? []),
    ...action.takers.filter((taker) => taker.accepted).map((taker) => names.full(taker.personId)),
  ]
  const own = useBoard((board) => board.people[me]?.name)
  const asked = action.absent ?? []
  const isAsked = own !== undefined && asked.includes(own)
  const helpers = [...(action.carriedOver?.helpers ?? []), ...action.helpers.map((id) => names.full(id))]
  const details = [
    action.ref,
    ...(who.length > 0 ? [t.for([...new Set(who)].join(', '))] : []),
    ...(asked.length > 0 ? [t.asked(asked.join(', '))] : []),
    ...(who.length + asked.length === 0 ? [labels.actionStatuses['open-without-taker']] : []),
    ...(helpers.length > 0 ? [t.helped([...new Set(helpers)].join(', '))] : []),
    ...(knowsOrg ? [t.forOrg(names.org(action.forOrg))] : []),
    ...(action.due ? [t.due(dates.shortDay(Date.parse(`${action.due}T12:00:00Z`)))] : []),
    ...(action.carriedOver?.helpAsked ? [t.helpAsked] : []),
    ...(action.decisionRef === undefined ? [] : [t.carriesOut(action.decisionRef)]),
    ...(action.spends ? [heldBack ? t.heldBack : t.spends] : []),
  ]
  const seen = action.carriedOver?.seen === true
  return (
    <li className="flex flex-col gap-2 py-4">
      <div className="flex items-start justify-between gap-4">
        <div className="min-w-0">
          <p className="font-strong">{action.title}</p>
          <p className="text-second text-ink2">{details.join(' · ')}</p>
        </div>
        {seen && (
          <IconWord icon={Check} second>
            {labels.actionStatuses[action.status]}
          </IconWord>
        )}
      </div>
      {mayAnswer && who.length > 0 ? (
        <ChoiceGroup<FourAnswers>
          label={t.answerFor(action.title)}
          labelHidden
          layout="segments"
          value={answerOf(action)}
          onChange={(answer) => void act(actFor(action.id, answer))}
        >
          {(['done', 'in-progress', 'help', 'give-back'] as const).map((answer) => (
            <ChoiceSegment key={answer} value={answer} label={labels.followUpAnswers[answer]} />
          ))}
        </ChoiceGroup>
      ) : (
        <div className="flex flex-wrap gap-x-5">
          {!seen && (
            <ActButton kind="link" act={{ type: 'update-action', actionId: action.id, seen: true }}>
              {t.look}
            </ActButton>
          )}
          {(who.length === 0 || isAsked) && <LoadNote />}
          {(who.length === 0 || isAsked) && (
            <ActButton kind="link" act={{ type: 'accept-action', actionId: action.id }}>
              {isAsked ? t.accept : t.take}
            </ActButton>
          )}
          {isAsked && (
            <ActButton kind="quiet" act={{ type: 'give-back-action', actionId: action.id }}>
              {t.decline}
            </ActButton>
          )}
          {action.carriedOver?.helpAsked && (
            <ActButton kind="link" act={{ type: 'help-action', actionId: action.id }}>
              {t.help}
            </ActButton>
          )}
        </div>
      )}
    </li>
  )
}
