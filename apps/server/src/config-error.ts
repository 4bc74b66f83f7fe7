/** A language in which the start of the server can explain itself. */
export type StartLanguage = 'fr' | 'en'

/**
 * The server cannot start with what it was given (environment, data directory): one clear sentence for the person at the terminal,
 * exit code 2. `message` is the English one; `say` gives it in their language.
 */
export class ConfigError extends Error {
  readonly #sentences: Readonly<Record<StartLanguage, string>>

  constructor(sentences: Readonly<Record<StartLanguage, string>>, options?: ErrorOptions) {
    super(sentences.en, options)
    this.name = 'ConfigError'
    this.#sentences = sentences
  }

  say(language: StartLanguage): string {
    return this.#sentences[language]
  }
}

/** French when the terminal's locale is French (`LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set), else English. */
export function startLanguage(env: Readonly<Record<string, string | undefined>>): StartLanguage {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^fr\b/i.test(locale.replace('_', '-')) ? 'fr' : 'en'
}
