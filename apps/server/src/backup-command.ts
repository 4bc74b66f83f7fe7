/** `pnpm backup [folder] [--keys folder]`: copies DATA_DIR, while its server runs or not. Exit code 2 and one sentence when it cannot. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import { progressLine, runCommand } from './command-line.ts'
import { BACKUP_DATABASE, backUp } from './store/backup.ts'
import { NoBackup } from './store/backup-contents.ts'

await runCommand(async (language) => {
  const { values, positionals } = parseArgs({ options: { keys: { type: 'string' } }, allowPositionals: true })
  const { dataDir } = readConfig(process.env)
  const now = new Date()
  const target = resolve(positionals[0] ?? join('backups', now.toISOString().slice(0, 19).replaceAll(':', '-')))
  const keysTarget = resolve(values.keys ?? `${target}.keys`)
  if (!existsSync(join(dataDir, BACKUP_DATABASE))) throw nothingIn(dataDir)
  for (const path of [target, keysTarget]) if (existsSync(path)) throw isThere(path)
  const fr = language === 'fr'
  const onProgress = progressLine(fr ? 'Copie' : 'Copying')
  const found = await backUp({ dataDir, target, keysTarget, now: now.toISOString(), onProgress }).catch((fault: unknown) => {
    throw fault instanceof NoBackup ? damaged(dataDir, fault) : fault
  })
  const lines = fr
    ? [
        `Sauvegarde relue et entière\u00a0: ${found.meetings} réunion(s), ${found.minutes} compte(s) rendu(s) scellé(s).`,
        `  données\u00a0: ${target}`,
        `  clés\u00a0:    ${keysTarget}   à garder ailleurs, et moins longtemps`,
      ]
    : [
        `Backup read back and whole: ${found.meetings} meeting(s), ${found.minutes} sealed version(s) of minutes.`,
        `  data: ${target}`,
        `  keys: ${keysTarget}   to be kept elsewhere, and for a shorter time`,
      ]
  console.log(lines.join('\n'))
  const lost = found.locked.length + found.damaged.length
  if (lost === 0) return 0
  console.error(
    fr
      ? `Attention\u00a0: ${lost} réunion(s) ne s’ouvrent pas, sur le serveur non plus\u00a0: ${[...found.locked, ...found.damaged].join(', ')}`
      : `Beware: ${lost} meeting(s) do not open, on the server neither: ${[...found.locked, ...found.damaged].join(', ')}`,
  )
  return 1
})

function nothingIn(dataDir: string): ConfigError {
  return new ConfigError({
    fr: `Rien à sauvegarder\u00a0: DATA_DIR (${dataDir}) ne contient pas de données de Clairière.`,
    en: `Nothing to back up: DATA_DIR (${dataDir}) holds no data of Clairière.`,
  })
}

function isThere(path: string): ConfigError {
  return new ConfigError({
    fr: `${path} existe déjà\u00a0: donnez un autre dossier. Une sauvegarde n’en remplace jamais une autre.`,
    en: `${path} is there already: give another folder. A backup never replaces another one.`,
  })
}

function damaged(dataDir: string, cause: unknown): ConfigError {
  return new ConfigError(
    {
      fr: `La base de données de DATA_DIR (${dataDir}) est abîmée\u00a0: gardez vos sauvegardes précédentes, et remettez la dernière qui est entière.`,
      en: `The database in DATA_DIR (${dataDir}) is damaged: keep your earlier backups, and put back the last one that is whole.`,
    },
    { cause },
  )
}
