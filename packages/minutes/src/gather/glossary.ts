import type { MinutesRecord } from '../record/record.ts'
import type { Block, Entry } from '../tree/nodes.ts'
import { minutesTree } from '../tree/tree.ts'
import { textOf } from '../tree/typed.ts'

/** Only the entries whose word stands as a whole word in what is printed, in alphabetical order [§2.9 Glossary]. */
export const withUsedGlossary = (record: MinutesRecord, glossary: Readonly<Record<string, string>>): MinutesRecord => {
  const printed = minutesTree({ ...record, glossary: [] })
    .children.map(blockText)
    .join('\n')
  const collator = new Intl.Collator(record.locale)
  const used = Object.entries(glossary)
    .filter(([word]) => standsIn(printed, word))
    .toSorted(([a], [b]) => collator.compare(a, b) || (a < b ? -1 : 1))
  return { ...record, glossary: used.map(([word, meaning]) => ({ word, meaning })) }
}

const standsIn = (printed: string, word: string) => {
  const escaped = word.trim().replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  return escaped !== '' && new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'u').test(printed)
}

const blockText = (block: Block): string => {
  if (block.type === 'table') return block.rows.flat().map(textOf).join('\n')
  return block.type === 'list' ? block.children.map(entryText).join('\n') : textOf(block.children)
}

const entryText = ({ line, lists }: Entry): string => [textOf(line), ...lists.map(blockText)].join('\n')
