import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { serveFolder } from "./static-server.ts";

const PORT = Number(process.env.PORT ?? 4321);
const LIVE = resolve("dist");

if (!existsSync("dist/index.html")) {
  console.error("there is no dist/ yet: run `npm run build` first");
  process.exit(1);
}
const { server, port } = await serveFolder(LIVE, PORT).catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === "EADDRINUSE" ? `port ${PORT} is taken: stop what uses it, or set PORT` : error.message,
  );
  process.exit(1);
});
console.log(`Draft by Draft is at http://localhost:${port}/ (Ctrl-C stops it)`);
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => server.close(() => process.exit(0)));
