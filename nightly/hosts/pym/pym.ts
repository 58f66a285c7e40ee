import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { freePort, type Running } from "../processes.ts";
import { fromNpm, unpacked } from "../npm.ts";

const VERSION = "1.3.2";

/** A page that embeds what its query names, `/?<address>`, by pym.js. */
export interface PymPage extends Running {
  version: string;
  origin: string;
}

/** Folder of an unpacked pym.js, or undefined if it cannot be had here. */
export function installedPym(): Promise<string | undefined> {
  return fromNpm(`pym-${VERSION}`, (folder) => unpacked(folder, "pym.js", VERSION));
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Host</title><style>main{max-width:720px;margin:auto}</style><main><div id="chart"></div></main>
<script src="/pym.js"></script><script>new pym.Parent("chart", location.search.slice(1))</script></html>`;

/** Serves the page, with the pym.js of `root`, on loopback. */
export async function startPym(root: string): Promise<PymPage> {
  const script = readFileSync(join(root, "dist/pym.v1.min.js"), "utf8");
  const server = createServer(({ url }, response) => {
    const isScript = url === "/pym.js";
    response
      .writeHead(200, { "content-type": `text/${isScript ? "javascript" : "html"}; charset=utf-8` })
      .end(isScript ? script : PAGE);
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  // Another name than that of the site that is embedded, which makes it another site to a browser.
  return { stop, origin: `http://localhost:${port}`, version: VERSION };
}
