import { reservesOf, type Attributed, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { DecisionStory } from './decision-story.tsx'
import { useDay } from './use-day.ts'
import { useNews } from './use-news.ts'
import { useWordMap } from '../room/use-word-map.ts'

/** A decision with its life [D5]: text, versions with their changes, objections taken in, reserves kept, where it stands with the structures, when it is read again. */
export function DecisionLife({ decision }: { decision: Decision }) {
  const t = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const transmissions = useBoard((board) => board.transmissions)
  const day = useDay()
  const news = useNews()
  const item = useBoard((board) => board.items[decision.itemId])
  const { entries } = useWordMap('disagreements', 'disagreements')
  const said = ({ personId, voice, text, id }: Attributed & { id: string; text: string }) => ({
    id,
    by: personId === undefined ? undefined : names.full(personId),
    voice,
    text,
  })
  const circuits = Object.values(transmissions).filter(({ decisionId }) => decisionId === decision.id)
  return (
    <div className="flex flex-col gap-6">
      {/* Before the text: whoever reads a long one must know first whether it holds. */}
      <p className="text-ink2 first-letter:uppercase">
        {labels.deciding.statuses[decision.status]}, {labels.deciding.legalEffects[decision.legalEffect]}.
      </p>
      <p className="said-long text-proposal whitespace-pre-wrap">{decision.versions.at(-1)?.text}</p>
      {decision.status === 'adopted' && (
        <p className="text-ink2">
          {t.reviewOn(day(decision.reviewOn))} {decision.criteria.length > 0 && t.criteria(decision.criteria.join(', '))}
        </p>
      )}
      {circuits.length > 0 && (
        <Section title={t.circuit}>
          <Lines>
            {circuits.map((circuit) => (
              <Line key={circuit.id} title={names.org(circuit.to)} second={labels.followUp.transmissionKinds[circuit.kind]}>
                {circuit.registered
                  ? t.registeredAs(circuit.registered.structureRef, day(circuit.registered.date))
                  : circuit.returned
                    ? t.returnedFor(circuit.returned.reason)
                    : [labels.followUp.transmissionStatuses[circuit.status], news(circuit)].filter(Boolean).join(', ')}
                {circuit.returned && <span className="block text-second text-ink2">{t.returnedNext}</span>}
                {circuit.registered && circuit.registered.links.length > 0 && <Links links={circuit.registered.links} />}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      <DecisionStory
        context={item?.context}
        clarification={decision.summaries.clarification}
        feelings={decision.summaries.feelings}
        integrated={decision.objections.filter(({ integratedIn }) => integratedIn !== undefined).map(said)}
        concerns={reservesOf(decision).map(said)}
        debated={entries.filter(({ itemId }) => itemId === decision.itemId)}
        efforts={decision.efforts}
        versions={decision.versions}
      />
    </div>
  )
}

/** Documents a structure gave with its registration; addresses of elsewhere open beside. */
function Links({ links }: { links: readonly string[] }) {
  const t = useT('registers')
  return (
    <ul aria-label={t.links}>
      {links.map((link) => (
        <li key={link}>
          <a href={link} target="_blank" rel="noreferrer noopener" className="link reach font-strong break-all text-moss">
            {link}
          </a>
        </li>
      ))}
    </ul>
  )
}
