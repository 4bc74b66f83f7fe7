import type { Decision, DecisionStep } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Diff } from '../ui/diff.tsx'
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
  const summaries = Object.entries(decision.summaries).filter(([, text]) => text.trim() !== '')
  const author = (personId: string | undefined) => (personId ? names.full(personId) : t.someone)
  const integrated = decision.objections.filter(({ integratedIn }) => integratedIn !== undefined)
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
      {(item?.context || summaries.length > 0) && (
        <Section title={t.reasons}>
          <div className="flex flex-col gap-2 py-3">
            {item?.context && <p className="whitespace-pre-wrap">{item.context}</p>}
            {summaries.map(([step, text]) => (
              <p key={step}>
                <span className="block text-second text-ink2">{labels.deciding.steps[step as DecisionStep].label}</span>
                {text}
              </p>
            ))}
          </div>
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
      <Remaining decision={decision} />
      {decision.efforts.length > 0 && (
        <Section title={t.efforts}>
          <Lines>
            {decision.efforts.map((effort) => (
              <Line key={effort.org} title={names.org(effort.org)}>
                {effort.text}
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

/** What stays debated on this subject, beside the text [B16]; said too when nothing was noted. */
function Remaining({ decision }: { decision: Decision }) {
  const t = useT('registers')
  const { entries } = useWordMap('disagreements', 'disagreements')
  const here = entries.filter(({ itemId }) => itemId === decision.itemId)
  return (
    <Section title={t.disagreements}>
      {here.length === 0 ? (
        <p className="py-3 text-ink2">{t.remains}</p>
      ) : (
        <Lines>
          {here.map(({ id, subject, shared, debated, next }) => (
            <Line key={id} title={subject}>
              {[
                [t.shared, shared],
                [t.debated, debated],
                [t.onward, next],
              ].map(([label, text]) => text && <p key={label}>{`${label} ${text}`}</p>)}
            </Line>
          ))}
        </Lines>
      )}
    </Section>
  )
}
