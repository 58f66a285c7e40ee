const OF_VITEST = /^(VITEST.*|TEST|NODE_ENV|DEV|PROD|SSR|MODE|BASE_URL|SITE)$/;

/** The environment of a command as an editor's shell has it, without what Vitest adds to its own. */
export function shellEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) =>
      value !== undefined && !OF_VITEST.test(key) ? [[key, value]] : [],
    ),
  );
}
