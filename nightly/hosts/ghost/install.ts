import { fromNpm, npm, unpacked } from "../npm.ts";

/** Version of Ghost, and of the pnpm its package requires. */
export const VERSION = "6.65.0";
const PNPM = "12.4.2";

/** Folder of an installed Ghost (570 MB), or undefined if it cannot be had here. */
export function installedGhost(): Promise<string | undefined> {
  return fromNpm(`ghost-${VERSION}`, async (folder) => {
    const root = await unpacked(folder, "ghost", VERSION);
    // By the lock file that it brings. Its scripts would compile SQLite, which MariaDB makes needless.
    const install = ["install", "--prod", "--frozen-lockfile", "--ignore-scripts"];
    await npm(root, "exec", "--yes", `pnpm@${PNPM}`, "--", ...install);
    return root;
  });
}
