import { request } from "node:http";
import type { Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { folderOf } from "./pages.fixture.ts";
import { serveFolder } from "./static-server.ts";

let server: Server;
let port: number;
beforeAll(async () => {
  ({ server, port } = await serveFolder(
    folderOf({
      "a/index.html": "plain",
      "a/index.html.br": "brotli",
      "a/index.html.gz": "gzip",
      "404.html": "lost",
    }),
    0,
  ));
});
afterAll(() => void server.close());

function ask(
  path: string,
  accepted: string,
): Promise<{
  status: number;
  encoding: string | undefined;
  vary: string | undefined;
  type: string | undefined;
  body: string;
}> {
  return new Promise((done, fail) => {
    request({ port, host: "127.0.0.1", path, headers: { "accept-encoding": accepted } }, (response) => {
      const { "content-encoding": encoding, vary, "content-type": type } = response.headers;
      let body = "";
      response.on("data", (data: Buffer) => (body += data.toString()));
      response.on("end", () => done({ status: response.statusCode!, encoding, vary, type, body }));
    })
      .on("error", fail)
      .end();
  });
}

test.each([
  ["gzip, deflate, br, zstd", "br", "brotli"],
  ["gzip", "gzip", "gzip"],
  ["", undefined, "plain"],
])("a browser that accepts “%s” gets %s", async (accepted, encoding, body) => {
  expect(await ask("/a/", accepted)).toEqual({
    status: 200,
    encoding,
    vary: "Accept-Encoding",
    type: "text/html;charset=utf-8",
    body,
  });
});

test("what is not there is answered by the error page, with its status", async () => {
  expect(await ask("/b/", "br")).toMatchObject({ status: 404, body: "lost" });
});

test("a malformed address is rejected, and the server goes on", async () => {
  expect(await ask("/%E0%A4%A", "br")).toMatchObject({ status: 400 });
  expect(await ask("/a/", "br")).toMatchObject({ status: 200 });
});
