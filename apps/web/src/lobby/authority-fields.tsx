import { formalAuthorities, itemTopics } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useLabels } from '../room/use-labels.ts'
import { Check } from '../ui/check.tsx'
import { SelectField } from '../ui/field.tsx'
import { Fold } from '../ui/fold.tsx'
import type { MoreSettings } from './meeting-settings.ts'
import { organisationsFrom } from './organisations-text.ts'

/** Who decides formally, and the domains in which it is the other one: a structure's, or a topic [A16]. */
export function AuthorityFields({ more, readOnly }: { more: MoreSettings; readOnly: boolean }) {
  const t = useT('opening')
  const topics = useLabels().agenda.topics
  const { authority, exceptions } = more
  const structures = organisationsFrom(more.typed.organisations).filter(({ kind }) => kind === 'structure')
  const domains = [...structures, ...itemTopics.map((id) => ({ id, label: topics[id] }))]
  const toggle = (id: string, on: boolean) =>
    more.choose({ exceptions: on ? [...exceptions, id] : exceptions.filter((each) => each !== id) })
  return (
    <>
      <SelectField
        label={t.authority}
        hint={t.authorityHint}
        value={authority}
        onChange={
          readOnly ? () => undefined : (value) => more.choose({ authority: formalAuthorities.find((one) => one === value) ?? 'structure' })
        }
        options={formalAuthorities.map((one) => ({ value: one, label: t.authorities[one] }))}
      />
      <Fold label={t.exceptions[authority]}>
        <div className="pb-3">
          {domains.map(({ id, label }) => (
            <Check
              key={id}
              label={label}
              checked={exceptions.includes(id)}
              onChange={readOnly ? () => undefined : (on) => toggle(id, on)}
            />
          ))}
        </div>
      </Fold>
    </>
  )
}
