import { ConfigError, startLanguage, type StartLanguage } from './config-error.ts'

/** Runs a command of the terminal and sets its exit code; what cannot be done is one sentence and code 2. */
export async function runCommand(command: (language: StartLanguage) => Promise<number>): Promise<void> {
  const language = startLanguage(process.env)
  try {
    process.exitCode = await command(language)
  } catch (fault) {
    const sentence = sentenceOf(fault, language)
    if (sentence === null) throw fault
    console.error(sentence)
    process.exitCode = 2
  }
}

/** Says how far something is (0 to 1): in place on a terminal, a line each tenth in a file. */
export function progressLine(title: string, out: NodeJS.WriteStream = process.stderr): (share: number) => void {
  let said = -1
  return (share) => {
    const percent = Math.floor(share * 100)
    const step = out.isTTY ? percent : Math.floor(percent / 10)
    if (step === said) return
    said = step
    out.write(out.isTTY ? `\r${title} ${percent} %${share >= 1 ? '\n' : ''}` : `${title} ${percent} %\n`)
  }
}

/** What the person at the terminal can do something about: a wrong argument, a place that cannot be written. */
function sentenceOf(fault: unknown, language: StartLanguage): string | null {
  if (fault instanceof ConfigError) return fault.say(language)
  if (!(fault instanceof Error) || !('code' in fault)) return null
  const code = String(fault.code)
  if (code.startsWith('ERR_PARSE_ARGS')) return fault.message
  const places = {
    ENOSPC: ['plus de place sur le disque', 'no room left on the disk'],
    EACCES: ['accès refusé', 'permission denied'],
    EROFS: ['disque en lecture seule', 'read-only disk'],
  } as const
  const place = places[code as keyof typeof places] as readonly [string, string] | undefined
  return place === undefined ? null : `${place[language === 'fr' ? 0 : 1]}${'path' in fault ? ` (${String(fault.path)})` : ''}`
}
