import type { Plugin } from 'vite'

/** What a first visit on a slow link needs besides the entry: French words, and the code that the first screen asks for. */
const FIRST = [/\/i18n\/catalogue\/fr\.ts$/]

/** Names those files in the page, so that they come beside the entry and not after it. */
export function preloadFirst(): Plugin {
  return {
    name: 'clairiere:preload-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        return chunks
          .filter((chunk) => FIRST.some((first) => first.test(chunk.facadeModuleId ?? '')))
          .map((chunk) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${chunk.fileName}` },
            injectTo: 'head' as const,
          }))
      },
    },
  }
}
