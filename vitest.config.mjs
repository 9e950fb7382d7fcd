import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', '.cache/**', 'test/extension/**'],
    testTimeout: 60_000,
    // No module keeps state (a rule of this house), so files may share a worker: half the time.
    pool: 'threads',
    isolate: false,
  },
})
