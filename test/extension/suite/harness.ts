/** A test runner small enough for VS Code's extension host: no files, no globals, one line a test. */
export interface Suite {
  test(name: string, body: () => Promise<void>): void
  /** Runs the tests one after another; rejects if one failed, which is how VS Code learns of it. */
  run(): Promise<void>
}

export function createSuite(): Suite {
  const tests: { readonly name: string; readonly body: () => Promise<void> }[] = []
  return {
    test: (name, body) => {
      tests.push({ name, body })
    },
    run: async () => {
      let failed = 0
      for (const { name, body } of tests) {
        const error = await body().then(
          () => undefined,
          (thrown: unknown) => thrown,
        )
        if (error !== undefined) failed++
        console.log(error === undefined ? `[vscode] ok ${name}` : `[vscode] not ok ${name} :: ${textOf(error)}`)
      }
      if (failed > 0) throw new Error(`${failed} of ${tests.length} tests failed`)
    },
  }
}

function textOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return text.replaceAll('\n', ' | ')
}

/** Asks until there is an answer that is neither undefined nor false, and gives it back. */
export async function until<T>(
  ask: () => Thenable<T | undefined | false> | T | undefined | false,
  what: () => string,
  milliseconds = 10_000,
): Promise<T> {
  const began = Date.now()
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== false) return answer
    if (Date.now() - began > milliseconds) throw new Error(`waited ${milliseconds / 1000} s for ${what()}`)
    await new Promise((settle) => setTimeout(settle, 50))
  }
}

/** Fails a test; the web's extension host has no `node:assert`. */
export function check(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`it does not hold that ${what}`)
}
