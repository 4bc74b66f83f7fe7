import type { Decision } from '@clairiere/ritual'
import { useDates, useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Diff } from '../ui/diff.tsx'

/** A decision with its life [D5]: text, versions with their changes, objections taken in, reserves kept, where it stands with the structures, when it is read again. */
export function DecisionLife({ decision }: { decision: Decision }) {
  const t = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const dates = useDates()
  const transmissions = useBoard((board) => board.transmissions)
  const day = (value: string) => dates.day(Date.parse(`${value}T12:00:00Z`))
  const author = (personId: string | undefined) => (personId ? names.full(personId) : t.someone)
  const integrated = decision.objections.filter(({ integratedIn }) => integratedIn !== undefined)
  const circuits = Object.values(transmissions).filter(({ decisionId }) => decisionId === decision.id)
  return (
    <div className="flex flex-col gap-6">
      <p className="said-long text-proposal whitespace-pre-wrap">{decision.versions.at(-1)?.text}</p>
      <p className="text-ink2">
        {labels.deciding.statuses[decision.status]}, {labels.deciding.legalEffects[decision.legalEffect]}.{' '}
        {t.reviewOn(day(decision.reviewOn))}
      </p>
      {circuits.length > 0 && (
        <Section title={t.circuit}>
          <Lines>
            {circuits.map((circuit) => (
              <Line key={circuit.id} title={names.org(circuit.to)} second={labels.followUp.transmissionKinds[circuit.kind]}>
                {circuit.registered
                  ? t.registeredAs(circuit.registered.structureRef, day(circuit.registered.date))
                  : circuit.returned
                    ? t.returnedFor(circuit.returned.reason)
                    : labels.followUp.transmissionStatuses[circuit.status]}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {integrated.length > 0 && (
        <Section title={t.objections}>
          <Lines>
            {integrated.map((objection) => (
              <Line key={objection.id} title={author(objection.personId)}>
                {objection.text}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {decision.concerns.length > 0 && (
        <Section title={t.concerns}>
          <Lines>
            {decision.concerns.map((concern) => (
              <Line key={concern.id} title={author(concern.personId)}>
                {concern.text}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {decision.versions.length > 1 && (
        <Section title={t.versions}>
          <Lines>
            {decision.versions.slice(1).map((version, index) => (
              <Line key={version.n} title={t.version(version.n)} second={version.change}>
                <Diff before={decision.versions[index]?.text ?? ''} after={version.text} />
              </Line>
            ))}
          </Lines>
        </Section>
      )}
    </div>
  )
}
