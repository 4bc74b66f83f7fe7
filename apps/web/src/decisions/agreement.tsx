import type { Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { useSayDay } from './facts.tsx'

/** The agreement a decision makes, party by party [D16]. */
export function Agreement({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.agreement
  const names = useNames()
  const day = useSayDay()
  if (!decision.agreement) return null
  return (
    <Section title={t.title} aside={`${t.until} ${day(decision.agreement.until)}`}>
      <Lines label={t.parties}>
        {decision.agreement.parties.map(({ org, expects, gives }) => (
          <Line key={org}>
            <p>
              <span className="text-second text-ink2">{t.expects(names.org(org))}</span>
              <br />
              {expects}
            </p>
            <p>
              <span className="text-second text-ink2">{t.gives(names.org(org))}</span>
              <br />
              {gives}
            </p>
          </Line>
        ))}
      </Lines>
    </Section>
  )
}
