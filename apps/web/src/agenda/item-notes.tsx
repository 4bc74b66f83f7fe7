import { type Id, type Item, mayWrite, noteHeadings, noteRoot } from '@clairiere/ritual'
import { Note } from '../editor/note.tsx'
import { useT } from '../i18n/words.tsx'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { Section } from '../ui/band.tsx'
import { ForMe } from './for-me.tsx'
import { NamedNotes } from './named-notes.tsx'

/** The group's common notes, under their headings for a workshop, and the notes that carry a name. Also under a decision. */
export function ItemNotes({ itemId }: { itemId: Id }) {
  const t = useT('agenda').notes
  const names = useNames()
  const item = useBoard((board) => board.items[itemId])
  const scribes = useBoard((board) => board.roles['scribe'])
  if (!item) return null
  const writing = [...(scribes?.holders ?? []), ...(scribes?.pairs ?? [])]
  return (
    <>
      {item.format === 'workshop' && <Workshop item={item} />}
      <Section title={t.common} aside={writing.length > 0 && t.writes(names.list(writing), writing.length)}>
        <div className="py-3">
          <CommonNote root={noteRoot(itemId)} label={`${t.common} : ${item.title}`} placeholder={t.placeholder} />
        </div>
      </Section>
      <NamedNotes item={item} />
      <ForMe itemId={itemId} />
    </>
  )
}

function Workshop({ item }: { item: Item }) {
  const t = useT('agenda').notes
  const headings = useLabels().agenda.headings
  return noteHeadings.map((heading) => (
    <Section key={heading} title={headings[heading]}>
      <div className="py-3">
        <CommonNote
          root={noteRoot(item.id, heading)}
          label={`${headings[heading]} : ${item.title}`}
          placeholder={t.headingPlaceholder[heading]}
        />
      </div>
    </Section>
  ))
}

function CommonNote({ root, label, placeholder }: { root: string; label: string; placeholder: string }) {
  const t = useT('agenda').notes
  const { identity } = useRoom()
  const verdict = useBoard((board) => mayWrite(board, identity.personId, root))
  return <Note root={root} label={label} mayWrite={verdict === 'yes'} placeholder={verdict === 'frozen' ? t.frozen : placeholder} />
}
