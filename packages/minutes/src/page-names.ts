import type { MinutesRecord } from './record/record.ts'
import { sentencesOf } from './sentences/sentences.ts'

/** Names proposed for the page [§2.9 Page names]: `file` without its ending. */
export interface PageNames {
  file: string
  dokuwiki: string
  mediawiki: string
}

const words = {
  fr: { ecosystem: 'ecosysteme', commission: 'commission', workshop: 'atelier', other: 'reunion' },
  en: { ecosystem: 'ecosystem', commission: 'commission', workshop: 'workshop', other: 'meeting' },
}
const files = {
  fr: { ecosystem: 'reunion-ecosysteme', commission: 'reunion-commission', workshop: 'atelier', other: 'reunion' },
  en: { ecosystem: 'ecosystem-meeting', commission: 'commission-meeting', workshop: 'workshop', other: 'meeting' },
}
const titles = {
  fr: { ecosystem: 'Réunion écosystème du', commission: 'Réunion de commission du', workshop: 'Atelier du', other: 'Réunion du' },
  en: { ecosystem: 'Ecosystem meeting of', commission: 'Commission meeting of', workshop: 'Workshop of', other: 'Meeting of' },
}
const namespaces = { fr: 'reunion', en: 'meeting' }

/** Made of the type and the date alone, so that the next export of the same meeting lands on the same page. */
export const pageNames = ({ locale, meeting: { type, day } }: MinutesRecord): PageNames => ({
  file: `${day}-${files[locale][type]}`,
  dokuwiki: `${namespaces[locale]}:${words[locale][type]}-${day.replaceAll('-', '')}`,
  mediawiki: `${titles[locale][type]} ${sentencesOf[locale].calendar.day(day)}`,
})
