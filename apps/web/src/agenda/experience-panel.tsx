import type { Experience, Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useNames } from '../room/use-names.ts'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { LongField } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { useDraft } from '../ui/use-draft.ts'

const fields = ['situation', 'did', 'difficulties', 'helped'] as const
type Field = (typeof fields)[number]

/** One part of the story, kept as its narrator leaves the field. */
function Told({ item, field }: { item: Item; field: Field }) {
  const t = useT('agenda').items.experience
  const { identity } = useRoom()
  const act = useAct()
  const known = item.experience?.[field] ?? ''
  const [text, setText] = useDraft(`${identity.meetingId}.rex.${item.id}.${field}`, known)
  const keep = async () => {
    if (text.trim() === known) return
    const sent = await act({ type: 'tell-experience', itemId: item.id, [field]: text.trim() })
    if (sent.ok) setText(text.trim())
  }
  return <LongField label={t[field]} value={text} onChange={setText} onBlur={() => void keep()} maxLength={2000} />
}

/** A REX [G1]: situation, what I did, what was hard, what helped. The narrator tells, and alone decides whether it is published. */
export function ExperiencePanel({ item }: { item: Item }) {
  const t = useT('agenda').items.experience
  const names = useNames()
  const act = useAct()
  const told: Experience | undefined = item.experience
  const tells = useAllowed({ type: 'tell-experience', itemId: item.id, situation: '…' }).allowed
  const publishes = useAllowed({ type: 'tell-experience', itemId: item.id, published: true }).allowed
  const any = told !== undefined && fields.some((field) => told[field] !== '')
  const [writing, setWriting] = useState(any)
  const narrator = item.replacement ?? item.carriers[0]
  return (
    <Section title={t.title}>
      <div className="flex flex-col gap-4 py-3">
        {tells && !writing && (
          <Button className="self-start" onClick={() => setWriting(true)}>
            {t.tell}
          </Button>
        )}
        {tells && writing ? (
          <>
            {fields.map((field) => (
              <Told key={field} item={item} field={field} />
            ))}
            <SeenBy>{t.seenBy}</SeenBy>
          </>
        ) : any ? (
          fields.map((field) =>
            told[field] === '' ? null : (
              <p key={field} className="whitespace-pre-wrap">
                <span className="text-second text-ink2">{t[field]}</span>
                <br />
                {told[field]}
              </p>
            ),
          )
        ) : (
          !tells && narrator !== undefined && <p className="text-ink2">{t.waits(names.first(narrator))}</p>
        )}
        {publishes && any ? (
          <Check
            label={t.published}
            second={t.publishedHint}
            checked={told.published}
            onChange={(published) => void act({ type: 'tell-experience', itemId: item.id, published })}
          />
        ) : (
          any && <p className="text-second text-ink2">{told.published ? t.willBe : t.kept}</p>
        )}
      </div>
    </Section>
  )
}
