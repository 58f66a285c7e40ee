import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

/** Types that sirv does not know, or names without the encoding of the text. */
const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  pagefind: "application/octet-stream",
  txt: "text/plain; charset=utf-8",
};

/**
 * Serves a folder on loopback, for preview and tests; a missing page is the 404 page, a malformed address 400. `headers` are
 * added to the response of a path. Resolves to the server and its port.
 */
export function serveFolder(
  root: string,
  port: number,
  headers: (path: string) => Record<string, string> = () => ({}),
): Promise<{ server: Server; port: number }> {
  const answer = sirv(root, {
    // A build may exchange the folder at any time: nothing is remembered.
    dev: true,
    brotli: true,
    gzip: true,
    extensions: ["html"],
    setHeaders: (response, path) => {
      const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
      if (type) response.setHeader("content-type", type);
      for (const [name, value] of Object.entries(headers(path))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    try {
      decodeURIComponent(request.url ?? "/");
    } catch {
      return void response.writeHead(400).end("malformed address");
    }
    answer(request, response, () => lost(root, response));
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address ? address.port : port });
    });
  });
}

function lost(root: string, response: ServerResponse): void {
  const page = join(root, "404.html");
  response
    .writeHead(404, { "content-type": "text/html; charset=utf-8" })
    .end(existsSync(page) ? readFileSync(page) : "not found");
}
