import { OutOfReach } from './out-of-reach.ts'

const AGAIN_MS = 2_000

/**
 * Loads a part of the app again and again until it comes, every two seconds. Rejects with the last fault when the server answers and twice does not have the part, as
 * after an update of the app: the page must then be loaded anew.
 */
export async function untilLoaded<T>(load: () => Promise<T>, isThere = doesServerAnswer): Promise<T> {
  for (let wasThere = false; ;) {
    try {
      return await load()
    } catch (fault) {
      const is = !(fault instanceof OutOfReach) && (await isThere())
      if (is && wasThere) throw fault
      wasThere = is
      if (!is) await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }
}

const doesServerAnswer = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
