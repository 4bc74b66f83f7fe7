import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const VITES_OWN = '\0vite/preload-helper.js'
const OURS = fileURLToPath(new URL('../src/ui/with-files.ts', import.meta.url))

/** Every `import()` of the build goes through `withFiles`, in the place of what Vite does there: a module that it preloads in vain never comes again. */
export function filesFirst(): Plugin {
  let isReplaced = false
  return {
    name: 'clairiere:files-first',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (id !== VITES_OWN) return null
      isReplaced = true
      return `export { withFiles as __vitePreload } from ${JSON.stringify(OURS)}`
    },
    buildEnd(fault) {
      if (!fault && !isReplaced) this.error(`Vite preloads by another module than ${JSON.stringify(VITES_OWN)} now`)
    },
  }
}

/** The files of an `import()`: Vite leaves the imported one unnamed where it is alone. */
export const filesOf = (file: string, all: string[]): string[] => (all.length > 0 ? all : [file])
