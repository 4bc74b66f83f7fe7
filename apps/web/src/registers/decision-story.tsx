import type { OrgId } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Diff } from '../ui/diff.tsx'

/** Words with the author they chose: a name, a structure alone, or nobody [§2.7]. */
interface Said {
  id: string
  by?: string | undefined
  voice?: OrgId | null | undefined
  text: string
}
interface Debated {
  id: string
  subject: string
  shared?: string | undefined
  debated?: string | undefined
  next?: string | undefined
}
interface Story {
  context?: string | undefined
  clarification?: string | undefined
  feelings?: string | undefined
  integrated: readonly Said[]
  concerns: readonly Said[]
  /** Left out where it is not known what was noted. */
  debated?: readonly Debated[] | undefined
  efforts: readonly { org: OrgId; text: string }[]
  /** An earlier one may be known by its change alone. */
  versions: readonly { n: number; text?: string | undefined; change?: string | undefined }[]
}

/** How a decision came about, of this meeting or of one before [D5]: reasons, objections taken in, reserves kept, what stays debated, efforts, versions with their changes. */
export function DecisionStory({ context, clarification, feelings, integrated, concerns, debated, efforts, versions }: Story) {
  const t = useT('registers')
  const { steps } = useLabels().deciding
  const names = useNames()
  const summaries = ([['clarification', clarification] as const, ['feelings', feelings] as const] as const).filter(([, text]) =>
    text?.trim(),
  )
  return (
    <>
      {(context || summaries.length > 0) && (
        <Section title={t.reasons}>
          <div className="flex flex-col gap-2 py-3">
            {context && <p className="whitespace-pre-wrap">{context}</p>}
            {summaries.map(([step, text]) => (
              <p key={step}>
                <span className="block text-second text-ink2">{steps[step].label}</span>
                {text}
              </p>
            ))}
          </div>
        </Section>
      )}
      <Words title={t.objections} said={integrated} />
      <Words title={t.concerns} said={concerns} />
      {debated && <Remaining debated={debated} />}
      {efforts.length > 0 && (
        <Section title={t.efforts}>
          <Lines>
            {efforts.map((effort) => (
              <Line key={effort.org} title={names.org(effort.org)}>
                {effort.text}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {versions.length > 1 && (
        <Section title={t.versions}>
          <Lines>
            {versions.slice(1).map((version, index) => {
              const before = versions[index]?.text
              return (
                <Line key={version.n} title={t.version(version.n)} second={version.change}>
                  {before !== undefined && version.text !== undefined && <Diff before={before} after={version.text} />}
                </Line>
              )
            })}
          </Lines>
        </Section>
      )}
    </>
  )
}

function Words({ title, said }: { title: string; said: readonly Said[] }) {
  const t = useT('registers')
  const names = useNames()
  if (said.length === 0) return null
  return (
    <Section title={title}>
      <Lines>
        {said.map(({ id, by, voice, text }) => (
          <Line key={id} title={by ?? (voice ? names.org(voice) : t.someone)}>
            {text}
          </Line>
        ))}
      </Lines>
    </Section>
  )
}

/** What stays debated on this subject, beside the text [B16]; said too when nothing was noted. */
function Remaining({ debated: here }: { debated: readonly Debated[] }) {
  const t = useT('registers')
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
