import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import type { Scheme } from "../../src/files/pictures.ts";
import type { Tab } from "./tab.ts";

/** WebKitGTK's own small browser by its driver, on a screen that nobody sees. Throws if it does not start. */
export async function launchWebKit(
  path: string,
  scheme: Scheme,
  width: number,
  height: number,
): Promise<Tab> {
  const [screen, display] = await startScreen(width, height);
  const port = await freePort();
  const driver = spawn(path, [`--port=${port}`], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      GTK_THEME: scheme === "dark" ? "Adwaita:dark" : "Adwaita",
    },
  });
  const call = async (method: string, command: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/session${command}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  };
  const end = async () => {
    for (const child of [driver, screen]) {
      const ended = once(child, "exit");
      if (child.kill()) await ended;
    }
  };
  const { sessionId, capabilities } = (await answers(port)
    .then(() => call("POST", "", { capabilities: {} }))
    .catch(async (error: unknown) => {
      await end();
      throw error;
    })) as { sessionId: string; capabilities: { browserVersion: string } };
  const post = (command: string, body?: object) => call("POST", `/${sessionId}/${command}`, body);
  await post("window/rect", { x: 0, y: 0, width, height });

  return {
    browser: `WebKitGTK ${capabilities.browserVersion}`,
    async goto(url) {
      await post("url", { url });
      // The driver comes back early where a page of another site starts a process of its own.
      const loaded = `document.readyState === "complete" || new Promise((done) => addEventListener("load", () => done(true)))`;
      await post("execute/sync", { script: `return ${loaded}`, args: [] });
    },
    async evaluate(expression, frame) {
      const run = (expression: string) => post("execute/sync", { script: `return ${expression}`, args: [] });
      if (frame) await post("frame", { id: await run(frame) });
      try {
        return (await run(expression)) as string;
      } finally {
        if (frame) await post("frame", { id: null });
      }
    },
    async perform(actions) {
      await post("actions", { actions });
    },
    async close() {
      await call("DELETE", `/${sessionId}`);
      await end();
    },
  };
}

/** A screen in memory, and its name; it chooses a free number itself. */
async function startScreen(width: number, height: number): Promise<[ChildProcess, string]> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [number] = (await once(createInterface(screen.stdio[3] as NodeJS.ReadableStream), "line")) as [
    string,
  ];
  return [screen, `:${number}`];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Waits until the driver listens. */
async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/status`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("WebKitWebDriver does not answer on its port");
}
