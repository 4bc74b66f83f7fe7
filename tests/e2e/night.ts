import { test, type Hall } from './hall.ts'

/** `pnpm nightly screens`: twenty screens in both themes take minutes, and so does what is rare and held at a cheaper level by day. */
export const isNight = process.env['PROOF'] === 'night'

/** For the night alone: by day something else stands for it, and no hall is opened to find that out. */
export const atNight: (title: string, body: (args: { hall: Hall }) => Promise<void>) => void = isNight ? test : test.skip.bind(test)
