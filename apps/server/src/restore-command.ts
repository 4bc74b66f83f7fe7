/** `pnpm restore <folder> [--keys folder] [--without-keys]`: puts a backup into an empty DATA_DIR. Exit code 2 and one sentence when it cannot. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from './config-error.ts'
import { readConfig } from './config.ts'
import { progressLine, runCommand } from './command-line.ts'
import { restore } from './restoring.ts'

const usage = new ConfigError({
  fr: 'Donnez le dossier de la sauvegarde\u00a0: pnpm restore backups/2026-12-03T22-00-00',
  en: 'Give the folder of the backup: pnpm restore backups/2026-12-03T22-00-00',
})

await runCommand(async (language) => {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [given] = positionals
  if (given === undefined) throw usage
  const backup = resolve(given)
  const { dataDir } = readConfig(process.env)
  const fr = language === 'fr'
  const found = await restore({
    backup,
    keys: resolve(values.keys ?? `${backup}.keys`),
    dataDir,
    isWithoutKeys: values['without-keys'],
    now: Date.now(),
    onProgress: progressLine(fr ? 'Remise en place' : 'Restoring'),
  })
  console.log(
    fr
      ? `Sauvegarde du ${found.madeAt} remise dans ${dataDir}\u00a0: ${found.opened} réunion(s) entière(s), ${found.minutes} compte(s) rendu(s) scellé(s), ${found.locked.length} réunion(s) sans clé.\nDémarrez le serveur\u00a0: les appareils rendront à chacun ce que la sauvegarde n’avait pas.`
      : `Backup of ${found.madeAt} put into ${dataDir}: ${found.opened} whole meeting(s), ${found.minutes} sealed version(s) of minutes, ${found.locked.length} meeting(s) without a key.\nStart the server: devices will give everyone back what the backup did not have.`,
  )
  return 0
})
