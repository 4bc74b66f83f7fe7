import { parseArgs } from 'node:util'

export const playHelp = `pnpm play <fixture.json>        holds that whole meeting through the public contract, as each of its people from a device of their own; prints
                                the rules it proved, then the sealed minutes, compared with the files beside the fixture
  --variant <patch.json>        what goes otherwise in it: the minutes differ in the lines that the variant names and in no other
  --url <http://…>              at the server that answers there; else at one of its own, gone at the end
  --speed <n>                   so many minutes of the meeting in one of ours; 0, unless said: as fast as the server answers
  --out <folder>                writes the minutes there, in every format
  --quiet                       does not say each step
  --help                        this

  0: all of it held. 1: something went otherwise, which is said. 2: it was not asked rightly.`

const options = {
  variant: { type: 'string' },
  url: { type: 'string' },
  speed: { type: 'string' },
  out: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean' },
} as const
type Name = keyof typeof options

/** How a meeting is to be played. */
export interface Play {
  fixture: string
  variant: string | undefined
  url: string | undefined
  speed: number
  out: string | undefined
  quiet: boolean
}

/** What the words after `pnpm play` ask for: a meeting, or the help; or, in one sentence, what is wrong with them. */
export const readPlay = (words: readonly string[]): { play: Play } | { help: true } | { wrong: string } => {
  // Not strict: the parser's own complaints are no sentences for somebody at a terminal.
  const { values, positionals, tokens } = parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (!Object.hasOwn(options, token.name)) return { wrong: `There is no ${token.rawName}.` }
    const takesValue = options[token.name as Name].type === 'string'
    const isGiven = token.value !== undefined && token.value !== '' && (token.inlineValue || !token.value.startsWith('-'))
    if (takesValue && !isGiven) return { wrong: `${token.rawName} needs a value.` }
    if (!takesValue && token.value !== undefined) return { wrong: `${token.rawName} takes no value.` }
  }
  if (values['help']) return { help: true }
  const given = values as Partial<Record<Name, string>>
  const [fixture, ...more] = positionals
  if (fixture === undefined) return { wrong: 'Which meeting? Give the path of its fixture.' }
  if (more.length > 0) return { wrong: `One meeting at a time: ${more.join(' ')} is too much.` }
  const speed = Number(given.speed ?? 0)
  if (!Number.isFinite(speed) || speed < 0) return { wrong: `--speed is a number from 0 up, not ${given.speed}.` }
  const { variant, url, out } = given
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    return { wrong: `--url is the address of a server, not ${url}.` }
  return { play: { fixture, variant, url, speed, out, quiet: values['quiet'] === true } }
}
