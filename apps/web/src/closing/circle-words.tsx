import { redactionMarks } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Line, Lines, Section } from '../ui/band.tsx'

/** What was said at the end, by whom, thanks, and what could be better, by nobody. No reply to any of it [B23]. */
export function CircleWords() {
  const t = useT('closing')
  const names = useNames()
  const closing = useBoard((board) => board.closing)
  const locale = useBoard((board) => board.meeting.locale)
  const kept = useConfidences('closing')
  const unpublished = kept.flatMap(({ personId, payload }) =>
    personId && payload?.words ? [{ id: `kept ${personId}`, personId, text: payload.words }] : [],
  )
  const thanks = kept.flatMap(({ personId, payload }) => (personId && payload?.thanks ? [{ personId, text: payload.thanks }] : []))
  const words = [...closing.words, ...unpublished]
  return (
    <>
      {words.length > 0 && (
        <Section title={t.words}>
          <Lines label={t.words}>
            {words.map(({ id, personId, text }) => (
              <Line key={id} title={personId === undefined ? redactionMarks[locale] : names.first(personId)}>
                {text}
              </Line>
            ))}
          </Lines>
        </Section>
      )}
      {thanks.length > 0 && (
        <Section title={t.thanksTitle}>
          <ul className="flex flex-col gap-1 py-3">
            {thanks.map(({ personId, text }) => (
              <li key={personId}>{t.thanksTo(names.first(personId), text)}</li>
            ))}
          </ul>
        </Section>
      )}
      {closing.improvements.length > 0 && (
        <Section title={t.improvements}>
          <Lines label={t.improvements}>
            {closing.improvements.map(({ id, text }) => (
              <Line key={id}>{text}</Line>
            ))}
          </Lines>
        </Section>
      )}
    </>
  )
}
