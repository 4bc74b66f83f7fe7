import { refusalSentence, type Locale, type Refusal } from '@clairiere/ritual'

/** The first language of `Accept-Language` that we speak, by weight then order (RFC 9110 §12.5.4); French when none is named. */
export function languageOf(header: string | undefined): Locale {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0, order }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { tag } of wanted) {
    if (/^fr\b/.test(tag)) return 'fr'
    if (/^en\b/.test(tag)) return 'en'
  }
  return 'fr'
}

/** Something of ours broke; what was saved is saved. */
export const sayFault = (language: Locale): string =>
  language === 'fr'
    ? 'Quelque chose a cassé de notre côté. Ce qui est marqué «\u00a0enregistré\u00a0» l’est\u202f; réessaie dans un instant.'
    : 'Something broke on our side. What shows “saved” is saved; try again in a moment.'

/** Why not, in words a person is told, and what to do next. */
export const sayRefusal = ({ refused, detail }: Refusal, language: Locale): string => refusalSentence(language, refused, detail)
