import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".pagefind": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** The compressed twin of a file that the browser takes and the build wrote, with its encoding; else the file itself. */
function twinOf(file: string, accepted: string): [file: string, encoding?: string] {
  for (const [encoding, suffix] of [
    ["br", ".br"],
    ["gzip", ".gz"],
  ] as const)
    if (new RegExp(`\\b${encoding}\\b(?!;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted) && existsSync(file + suffix))
      return [file + suffix, encoding];
  return [file];
}

/**
 * A static file server on loopback, for preview and tests: `/path/` gives `index.html`, a missing page the 404 page.
 * `headers` adds headers to the response of a path. Resolves to the server and the port it got.
 */
export function serveFolder(
  root: string,
  port: number,
  headers: (path: string) => Record<string, string> = () => ({}),
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(root, normalize(path));
    const found = [file, join(file, "index.html")].find(
      (candidate) => candidate.startsWith(root) && existsSync(candidate) && statSync(candidate).isFile(),
    );
    const sent = found ?? join(root, "404.html");
    if (!existsSync(sent)) {
      response.writeHead(404).end("not found");
      return;
    }
    const [twin, encoding] = twinOf(sent, request.headers["accept-encoding"] ?? "");
    response.writeHead(found ? 200 : 404, {
      "content-type": TYPES[extname(sent)] ?? "application/octet-stream",
      vary: "accept-encoding",
      ...(encoding && { "content-encoding": encoding }),
      ...headers(path),
    });
    createReadStream(twin).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address ? address.port : port });
    });
  });
}
