import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { setTimeout as setTimeoutPromise } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";

/** A line as a reader's: every answer starts a round trip late and arrives piece by piece, and all answers share one width. */
export interface Line {
  /** Milliseconds from request to first byte. */
  roundTrip: number;
  /** Bytes a second, for all answers together. */
  width: number;
}

/** A reader’s line, and how many times slower than here the machine is. */
export const LINE: Line = { roundTrip: 150, width: 200_000 };
export const CPU = 4;

/** Bytes sent before the next response has its turn. */
const SEGMENT = 8_192;

/** A request that was answered: path and bytes of the body as they went over the line. */
export interface Transfer {
  path: string;
  bytes: number;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * Serves `root` on loopback over a slow line, as a host would that sends the brotli twin of a file where the build wrote one
 * and compresses other texts by brotli (11). The shaping is in the server because Chromium's own throttling does not reach
 * the requests of workers.
 */
export function serveShaped(
  root: string,
  line: Line,
): Promise<{ origin: string; transfers: Transfer[]; close(): void }> {
  const transfers: Transfer[] = [];
  const compressed = new Map<string, Buffer>();
  let free = 0;
  const send = async (response: ServerResponse, body: Buffer) => {
    for (let at = 0; at < body.length; at += SEGMENT) {
      const piece = body.subarray(at, at + SEGMENT);
      free = Math.max(performance.now(), free) + (piece.length / line.width) * 1000;
      await setTimeoutPromise(free - performance.now());
      response.write(piece);
    }
    response.end();
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = [join(root, normalize(path)), join(root, normalize(path), "index.html")].find(
      (name) => existsSync(name) && statSync(name).isFile(),
    );
    const type = file && TYPES[extname(file)];
    const text = type !== undefined && extname(file!) !== ".woff2";
    const twin = file && existsSync(`${file}.br`);
    if (file && !compressed.has(file)) {
      const body = readFileSync(twin ? `${file}.br` : file);
      // Large files at a lower level, so that the compressing is not what is measured; they come out about 5 % larger.
      const quality = body.length > 2e6 ? 9 : 11;
      compressed.set(
        file,
        twin || !text
          ? body
          : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
      );
    }
    const body = file ? compressed.get(file)! : Buffer.from("not found");
    transfers.push({ path, bytes: body.length });
    setTimeout(() => {
      response.writeHead(file ? 200 : 404, {
        "content-type": type ?? "application/octet-stream",
        "cache-control": "no-cache",
        ...((twin || text) && { "content-encoding": "br" }),
        "content-length": body.length,
      });
      void send(response, body);
    }, line.roundTrip);
  });
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      resolve({ origin: `http://127.0.0.1:${port}`, transfers, close: () => server.close() });
    }),
  );
}
