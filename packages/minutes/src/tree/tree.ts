import type { MinutesRecord } from '../record/record.ts'
import { sentencesOf } from '../sentences/sentences.ts'
import type { Sentences } from '../sentences/fr.ts'
import { landmarks, presenceSection, rolesSection, weatherSection } from './circle.ts'
import { closingSection, nextSection, reactSection } from './closing.ts'
import { followUpSection, moodSection } from './follow-up.ts'
import { itemBlocks } from './item.ts'
import type { Block, MinutesTree } from './nodes.ts'
import { actionsSection, decisionsSection, disagreementsSection, glossarySection, learningsSection, resourcesSection } from './registers.ts'
import { heading, paragraph, section } from './write.ts'

/** The one tree that every format prints: a pure function of the record, in the fixed order of sections [§2.9]. */
export const minutesTree = (record: MinutesRecord): MinutesTree => {
  const s = sentencesOf[record.locale]
  const children: Block[] = [
    ...draftLine(record, s),
    heading(1, record.meeting.title),
    landmarks(record, s),
    ...presenceSection(record.presence, s),
    ...rolesSection(record.roles, s),
    ...weatherSection(record.weather, s),
    ...followUpSection(record.followUp, s),
    ...section(
      2,
      s.items.title,
      record.items.flatMap((item) => itemBlocks(item, s)),
    ),
    ...decisionsSection(record, s),
    ...actionsSection(record, s),
    ...moodSection(record.mood, s),
    ...disagreementsSection(record, s),
    ...learningsSection(record, s),
    ...resourcesSection(record, s),
    ...closingSection(record, s),
    ...nextSection(record.next, s),
    ...reactSection(record, s),
    ...glossarySection(record, s),
  ]
  return { locale: record.locale, title: record.meeting.title, children }
}

/** The first line of everything that is not sealed [AC-24]. */
const draftLine = ({ stage }: MinutesRecord, s: Sentences): Block[] => {
  if (stage.is === 'sealed') return []
  return [paragraph(stage.is === 'live' ? s.landmarks.draftLive : s.landmarks.draftReview(stage.until))]
}
