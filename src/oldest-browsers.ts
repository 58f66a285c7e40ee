/** A version of each family of browsers: Chrome's counts for Edge, those of the desk for telephones. */
export interface Versions {
  readonly chrome: number;
  readonly firefox: number;
  readonly safari: number;
}

/** In these and later, text, links and charts are right, with or without script; everything works in those of `browserslist` in package.json. */
export const RIGHT: Versions = { chrome: 87, firefox: 91, safari: 15 };

/** What styles and the scripts of embeds are compiled for, as esbuild and Vite write it: `chrome87`. */
export const COMPILED_FOR: string[] = Object.entries(RIGHT).map(([name, version]) => `${name}${version}`);
