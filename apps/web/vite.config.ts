import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { ariaWords } from './build/aria-words.ts'
import { filesFirst, filesOf } from './build/files-first.ts'
import { firstChunk } from './build/first-chunk.ts'
import { precompress } from './build/precompress.ts'
import { preloadFirst } from './build/preload-first.ts'
import { rulesChunk } from './build/rules-chunk.ts'
import { serviceWorker } from './build/service-worker.ts'

/** Where `pnpm dev` runs the server; the page and its server share one address, as in production. */
const server = process.env.SERVER_URL ?? 'http://127.0.0.1:4100'

/** Phones of 2022 that still get updates, and iPhones that stopped at iOS 16. */
const browsers = ['chrome111', 'firefox121', 'safari16.4']

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'fr-FR'] }), enforce: 'pre' },
    ariaWords(),
    filesFirst(),
    preloadFirst(),
    serviceWorker(),
    precompress(),
  ],
  build: {
    target: browsers,
    cssTarget: browsers,
    sourcemap: true,
    // Nothing inline: the policy of the page allows only files of its own address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: filesOf },
    rolldownOptions: { output: { codeSplitting: { groups: [firstChunk, rulesChunk], includeDependenciesRecursively: false } } },
  },
  server: {
    host: true,
    proxy: { '/api': server, '/live': { target: server, ws: true } },
  },
})
