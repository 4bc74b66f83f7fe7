/** What somebody types in an act, by the names of its fields; the others choose, name or count. */
const WORDS: ReadonlySet<string> = new Set(
  'text words need phrase title purpose question reason change improvement thanks expectation context observation effect request financial limits mission nextStep learning gives expects commons helped hindered conclusion answer'.split(
    ' ',
  ),
)

/** The texts that somebody typed in an act, in its order: what is lost with it, and may be copied. Empty where nothing was typed. */
export const actWords = (act: object): readonly string[] =>
  Object.entries(act).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'string') return WORDS.has(name) && value.trim() !== '' ? [value] : []
    return typeof value === 'object' && value !== null ? actWords(value) : []
  })
