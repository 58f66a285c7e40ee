import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type MariaDb, needDebian } from "../mariadb.ts";
import { answers, freePort, type Running, start } from "../processes.ts";
import { SITE } from "../site.ts";

/** Who writes a post: WordPress lets an editor use any HTML, an author only what its filter allows. */
export type Role = "editor" | "author";

/** A WordPress to write posts in. */
export interface WordPress extends Running {
  version: string;
  /** Publishes a post, as the block editor does it, and gives its address. */
  publish(role: Role, content: string): Promise<string>;
}

/** Installs Debian's WordPress into a folder, and serves it with PHP's own server on loopback. */
export async function startWordPress(folder: string, { socket, version }: MariaDb): Promise<WordPress> {
  const theme = "/usr/share/wordpress/wp-content/themes/twentytwentyfive";
  needDebian(
    ["/usr/share/wordpress/wp-load.php", theme, "/usr/bin/php"],
    "wordpress wordpress-theme-twentytwentyfive php-cli php-mysql",
  );
  const root = join(folder, "wordpress");
  cpSync("/usr/share/wordpress", root, { recursive: true, dereference: true });
  mkdirSync(join(root, "wp-content/mu-plugins"));
  copyFileSync("nightly/hosts/wordpress/wp-config.php", join(root, "wp-config.php"));
  copyFileSync("nightly/hosts/wordpress/loopback.php", join(root, "wp-content/mu-plugins/loopback.php"));
  const port = await freePort();
  // Another name than the site's, which makes it another site to a browser.
  const origin = `http://localhost:${port}`;
  const env = {
    HOSTS_ROOT: root,
    HOSTS_ORIGIN: origin,
    HOSTS_SOCKET: socket,
    HOSTS_SITE_PORT: new URL(SITE).port,
  };
  const installed = execFileSync("/usr/bin/php", ["nightly/hosts/wordpress/install.php"], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  const { passwords, version: own } = JSON.parse(installed) as {
    passwords: Record<Role, string>;
    version: string;
  };
  const server = await start("/usr/bin/php", ["-S", `127.0.0.1:${port}`, "-t", root], answers(origin), {
    env,
  });
  return {
    ...server,
    version: `${own}, MariaDB ${version}`,
    async publish(role, content) {
      const response = await fetch(`${origin}/?rest_route=/wp/v2/posts`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Basic ${btoa(`${role}:${passwords[role]}`)}`,
        },
        body: JSON.stringify({ title: `As ${role}`, status: "publish", content }),
      });
      if (response.status !== 201)
        throw new Error(
          `WordPress took no post: ${response.status} ${(await response.text()).slice(0, 300)}`,
        );
      return ((await response.json()) as { link: string }).link;
    },
  };
}
