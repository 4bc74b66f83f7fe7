import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { representation } from './seats.ts'

/** Everyone by first name, with the voices and qualities they gave; then the structures, those without anyone said so. */
export function PeopleList() {
  const t = useT('circle')
  const names = useNames()
  const { me } = useMine()
  const people = useBoard((board) => board.people)
  const organisations = useBoard((board) => board.organisations)
  const { spokenFor } = representation({ organisations, people })
  const missing = Object.values(organisations).filter((organisation) => !spokenFor.has(organisation.id))
  return (
    <>
      <Section title={t.people} aside={t.count(names.sorted.length)}>
        <Lines>
          {names.sorted.map((person) => (
            <Line
              key={person.id}
              title={person.id === me ? `${person.name} (${t.me})` : person.name}
              second={person.voices.map(({ org, quality }) => (quality ? `${names.org(org)}, ${quality}` : names.org(org))).join(' · ')}
              aside={
                <span className="text-second text-ink2">
                  {person.enteredBy
                    ? t.noDevice(names.first(person.enteredBy))
                    : person.presence === 'present'
                      ? t.seat[person.standing]
                      : t.seat[person.presence]}
                </span>
              }
            />
          ))}
        </Lines>
      </Section>
      {missing.length > 0 && (
        <Section title={t.structures}>
          <Lines>
            {missing.map((organisation) => (
              <Line
                key={organisation.id}
                title={<span className="font-text">{organisation.label}</span>}
                aside={<span className="text-second text-ink2">{t.missing}</span>}
              />
            ))}
          </Lines>
        </Section>
      )}
    </>
  )
}
