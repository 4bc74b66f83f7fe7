import { currentVersion, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { standingConcerns } from './course.ts'
import { Interest } from './interest.tsx'
import { useAuthor } from './said.tsx'

/** Adopted: the reference and the text that no longer changes, what stays beside it, and what the structure still has to do [A14, B16]. */
export function Adopted({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  const author = useAuthor()
  const transmissions = useBoard((board) => board.transmissions)
  const circuits = Object.values(transmissions)
    .filter(({ decisionId }) => decisionId === decision.id)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const concerns = standingConcerns(decision)
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-y border-line py-3">
        <p className="said text-head">{decision.ref}</p>
        <p className="text-ink2">{labels.deciding.legalEffects[decision.legalEffect]}</p>
      </div>
      <p className="said-long text-proposal whitespace-pre-wrap">{currentVersion(decision).text}</p>
      <p className="text-second text-ink2">{t.adopt.locked}</p>
      {concerns.length > 0 && (
        <Lines>
          {concerns.map((concern) => (
            <Line key={concern.id} title={t.outcome.concern(author.name(concern))} second={author.voice(concern)}>
              <p>{concern.text}</p>
            </Line>
          ))}
        </Lines>
      )}
      {circuits.length > 0 && (
        <Section title={t.circuit.title}>
          <Lines label={t.circuit.title}>
            {circuits.map((circuit) => (
              <Line
                key={circuit.id}
                aside={<span className="text-second text-ink2">{labels.followUp.transmissionStatuses[circuit.status]}</span>}
              >
                {t.circuit.to(names.org(circuit.to), labels.followUp.transmissionKinds[circuit.kind])}
              </Line>
            ))}
          </Lines>
          <p className="border-t border-line pt-3 text-second text-ink2">{t.circuit.later}</p>
        </Section>
      )}
      <Interest decision={decision} />
    </div>
  )
}
