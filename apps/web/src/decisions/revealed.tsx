import type { Decision, Objection, PositionRound } from '@clairiere/ritual'
import { CircleMinus } from 'lucide-react'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Lines } from '../ui/band.tsx'
import { IconWord } from '../ui/icon.tsx'
import { shownPositions, standingConcerns } from './course.ts'
import { positionIcons } from './position-form.tsx'
import { useAuthor } from './said.tsx'

/** A revealed round: counts at once and without counting up, then each reserve and objection with its author. No percentage, no gauge [B7]. */
export function Revealed({ decision, round }: { decision: Decision; round: PositionRound }) {
  const t = useT('decisions').outcome
  const labels = useLabels()
  const names = useNames()
  const author = useAuthor()
  const people = useBoard((board) => board.people)
  const { counts } = round
  if (!counts) return null
  const observers = Object.values(people).filter(({ standing, presence }) => standing === 'observer' && presence === 'present')
  const concerns = standingConcerns(decision)
  // Taken back, it is no longer one to be taken in.
  const fateOf = (tested: Objection['tested']) => (tested === 'withdrawn' ? labels.deciding.objectionStates.withdrawn : '')
  const objections = decision.objections.filter((objection) => objection.round === round.round)
  return (
    <div className="flex animate-appear flex-col gap-5">
      <ul aria-label={t.counts} className="divide-y divide-line border-y border-line">
        {shownPositions(counts).map((id) => (
          <li key={id} className="flex min-h-15 items-center justify-between gap-4">
            <IconWord icon={id === 'aside' ? CircleMinus : positionIcons[id]}>{t.counted[id]}</IconWord>
            <span className="said text-head">{counts[id]}</span>
          </li>
        ))}
      </ul>
      {(concerns.length > 0 || objections.length > 0) && (
        <Lines>
          {objections.map((objection) => (
            <li key={objection.id} className="py-3">
              <p className="font-strong">{t.objection(author.name(objection))}</p>
              <p className="text-second text-ink2">
                {[author.voice(objection), objection.late ? t.late : '', fateOf(objection.tested)].filter(Boolean).join(' · ')}
              </p>
              <p className="whitespace-pre-wrap">{objection.text}</p>
            </li>
          ))}
          {concerns.map((concern) => (
            <li key={concern.id} className="py-3">
              <p className="font-strong">{t.concern(author.name(concern))}</p>
              <p className="text-second text-ink2">
                {author.voice(concern) && `${author.voice(concern)}. `}
                {Object.entries(concern.positions ?? {})
                  .filter(([org]) => org !== (concern.voice ?? ''))
                  .map(([org, position]) => t.voiceSays(names.org(org === '' ? null : org), labels.deciding.positions[position].label))
                  .join(' ')}
              </p>
              <p className="whitespace-pre-wrap">{concern.text}</p>
            </li>
          ))}
        </Lines>
      )}
      {concerns.length > 0 && <p>{concerns.length === 1 ? t.kept : t.keptMany}</p>}
      {round.away !== undefined && round.away > 0 && <p className="text-second text-ink2">{t.away(round.away)}</p>}
      {observers.length > 0 && (
        <p className="text-second text-ink2">{t.observers(observers.length, names.list(observers.map(({ id }) => id)))}</p>
      )}
    </div>
  )
}
