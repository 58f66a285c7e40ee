import { cpSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { MariaDb } from "../mariadb.ts";
import { answers, freePort, type Running, start } from "../processes.ts";
import { VERSION } from "./install.ts";

/** What Ghost makes of an address that is pasted: the fields of its card, without its version. */
export interface Pasted {
  type: string;
  url: string;
  metadata: { title: string; description: string; thumbnail: string | null; icon: string | null };
}

interface Post {
  id: string;
  url: string;
}

/** A Ghost to write posts in. */
export interface Ghost extends Running {
  version: string;
  /** Publishes a post of one card, as its editor saves it. */
  publish(card: object): Promise<Post>;
  /** Publishes HTML of which Ghost makes cards itself, as importers have it (`source=html`). */
  importHtml(html: string): Promise<Post>;
  /** What its editor gets for an address. */
  paste(address: string): Promise<Pasted>;
  /** HTML of the letter that it would send of a post. */
  letter(id: string): Promise<string>;
}

/** Serves the Ghost that is installed in `root` on loopback; what it writes goes into `folder`. Throws what it answers instead. */
export async function startGhost(root: string, folder: string, { socket, version }: MariaDb): Promise<Ghost> {
  const content = join(folder, "content");
  for (const name of ["data", "images", "logs", "settings"])
    mkdirSync(join(content, name), { recursive: true });
  cpSync(join(root, "content/themes"), join(content, "themes"), { recursive: true });
  const port = await freePort();
  // Another name than the site's, which makes it another site to a browser.
  const origin = `http://localhost:${port}`;
  const env = {
    // In production it asks nothing of private addresses, and loopback is one.
    NODE_ENV: "development",
    url: origin,
    server__port: String(port),
    database__client: "mysql",
    database__connection__socketPath: socket,
    database__connection__user: "root",
    database__connection__password: "",
    database__connection__database: "ghost",
    paths__contentPath: content,
    security__staffDeviceVerification: "false",
    privacy__useUpdateCheck: "false",
    mail__transport: "stub",
  };
  const args = ["--import", resolve("nightly/hosts/ghost/loopback.ts"), "index.js"];
  const server = await start(process.execPath, args, answers(`${origin}/ghost/api/admin/site/`), {
    env,
    cwd: root,
  });
  let cookie = "";
  const ask = async (path: string, body?: object): Promise<Response> => {
    const response = await fetch(`${origin}/ghost/api/admin/${path}`, {
      method: body ? "POST" : "GET",
      headers: { "content-type": "application/json", origin, cookie },
      body: body && JSON.stringify(body),
    });
    if (!response.ok)
      throw new Error(`Ghost, ${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return response;
  };
  const owner = { name: "Host", email: "host@example.org", password: crypto.randomUUID(), blogTitle: "Host" };
  await ask("authentication/setup/", { setup: [owner] });
  const session = await ask("session/", { username: owner.email, password: owner.password });
  cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const post = async (fields: object, query = ""): Promise<Post> => {
    const posts = [{ title: "Post", status: "published", ...fields }];
    return ((await (await ask(`posts/${query}`, { posts })).json()) as { posts: [Post] }).posts[0];
  };
  return {
    ...server,
    version: `${VERSION} in development mode (else it fetches nothing from loopback), theme Source, MariaDB ${version}`,
    publish(card) {
      const block = { version: 1, format: "", indent: 0, direction: null };
      return post({ lexical: JSON.stringify({ root: { ...block, type: "root", children: [card] } }) });
    },
    importHtml: (html) => post({ html }, "?source=html"),
    paste: async (address) =>
      (await ask(`oembed/?url=${encodeURIComponent(address)}`)).json() as Promise<Pasted>,
    async letter(id) {
      const answer = await ask(`email_previews/posts/${id}/`);
      return ((await answer.json()) as { email_previews: [{ html: string }] }).email_previews[0].html;
    },
  };
}
