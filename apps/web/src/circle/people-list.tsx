import type { PersonId } from '@clairiere/ritual'
import { Suspense, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Explain } from '../room/explain.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSilent } from '../room/use-silent.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { representation } from './seats.ts'
import { later } from '../ui/later.ts'

const PersonSheet = later(async () => (await import('./person-sheet.tsx')).PersonSheet)

/** A list of a hundred and fifty is opened by whoever wants it [§4.8]. */
const FIRST_PEOPLE = 30

/** Everyone by first name, with the voices and qualities they gave; then every structure with who speaks for it, the empty seats too [A1, E9]. */
export function PeopleList() {
  const t = useT('circle')
  const names = useNames()
  const { me } = useMine()
  const people = useBoard((board) => board.people)
  const organisations = useBoard((board) => board.organisations)
  const silent = useSilent()
  const [all, setAll] = useState(false)
  const [opened, setOpened] = useState<PersonId | null>(null)
  const { spokenFor } = representation({ organisations, people })
  const shown = all ? names.sorted : names.sorted.slice(0, FIRST_PEOPLE)
  const here = names.sorted.filter(({ presence }) => presence === 'present' || presence === 'away')
  return (
    <>
      <Section title={t.people} aside={t.count(names.sorted.length)}>
        <Lines>
          {shown.map((person) => (
            <Line
              key={person.id}
              title={
                <button
                  type="button"
                  onClick={() => setOpened(person.id)}
                  className="reach text-start underline decoration-line decoration-2 underline-offset-4"
                >
                  {person.id === me ? `${person.name} (${t.me})` : person.name}
                </button>
              }
              second={
                <Explain
                  text={person.voices.map(({ org, quality }) => (quality ? `${names.org(org)}, ${quality}` : names.org(org))).join(' · ')}
                />
              }
              aside={
                <span className="text-second text-ink2">
                  {person.enteredBy
                    ? t.noDevice(names.first(person.enteredBy))
                    : silent.has(person.id)
                      ? t.seat.away
                      : person.presence === 'present'
                        ? t.seat[person.standing]
                        : t.seat[person.presence]}
                </span>
              }
            />
          ))}
        </Lines>
        {shown.length < names.sorted.length && (
          <Button kind="link" onClick={() => setAll(true)} className="self-start">
            {t.seeEveryone(names.sorted.length)}
          </Button>
        )}
      </Section>
      {Object.keys(organisations).length > 0 && (
        <Section title={t.structures}>
          <Lines>
            {Object.values(organisations)
              .toSorted((a, b) => Number(spokenFor.has(a.id)) - Number(spokenFor.has(b.id)))
              .map(({ id, label }) => (
                <Line
                  key={id}
                  title={
                    <span className="font-text">
                      <Explain text={label} />
                    </span>
                  }
                  aside={
                    <span className="text-second text-ink2">
                      {spokenFor.has(id)
                        ? names.list(here.filter(({ voices }) => voices.some(({ org }) => org === id)).map((one) => one.id))
                        : t.missing}
                    </span>
                  }
                />
              ))}
          </Lines>
        </Section>
      )}
      <Suspense fallback={null}>{opened !== null && <PersonSheet personId={opened} onClose={() => setOpened(null)} />}</Suspense>
    </>
  )
}
