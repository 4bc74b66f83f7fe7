const plain = (name: string): string => name.trim().toLocaleLowerCase()
const wordsOf = (name: string): readonly string[] => plain(name).split(/\s+/u)

/**
 * Whether a name would be taken for somebody else’s here: `same` for the very name; the first name when it stands alone and another person bears it too, so that
 * « Marie L. » and « Marie P. » can be told apart; null when it is clear.
 */
export const homonymOf = (name: string, people: readonly { name: string }[]): 'same' | (string & {}) | null => {
  if (people.some((person) => plain(person.name) === plain(name))) return 'same'
  const [first = '', ...rest] = wordsOf(name)
  return rest.length === 0 && people.some((person) => wordsOf(person.name)[0] === first) ? name.trim() : null
}
